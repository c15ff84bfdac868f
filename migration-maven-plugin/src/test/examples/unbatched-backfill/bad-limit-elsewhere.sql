--@ migration 001 transactional=false
WITH newest AS (SELECT day FROM rates ORDER BY day DESC LIMIT 1)
UPDATE users u SET rated = (SELECT day FROM newest) WHERE country IS NULL;
