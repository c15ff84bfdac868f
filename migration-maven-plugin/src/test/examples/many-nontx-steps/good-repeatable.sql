--@ migration 001 transactional=false
UPDATE users SET country = 'DE' WHERE id BETWEEN 1 AND 1000 AND country IS NULL;
UPDATE users SET country = 'DE' WHERE id BETWEEN 1001 AND 2000 AND country IS NULL;
