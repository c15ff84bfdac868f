--@ migration 001
ALTER TABLE users ADD COLUMN country text;
--@ migration 002 transactional=false
UPDATE users SET country = 'DE' WHERE id BETWEEN 1 AND 10000 AND country IS NULL;
UPDATE users SET country = 'DE' WHERE id BETWEEN 10001 AND 20000 AND country IS NULL;
