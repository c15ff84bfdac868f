--@ migration 001 transactional=false
WITH batch AS (SELECT id FROM users WHERE country IS NULL ORDER BY id LIMIT 5000 FOR UPDATE SKIP LOCKED)
UPDATE users u SET country = 'DE' FROM batch WHERE u.id = batch.id;
UPDATE users SET country = 'DE' WHERE id = ANY (ARRAY(SELECT id FROM users WHERE country IS NULL LIMIT 5000));
UPDATE users u SET country = 'DE' FROM (SELECT id FROM users WHERE country IS NULL LIMIT 5000) b WHERE u.id = b.id;
UPDATE users SET country = 'DE' WHERE (country IS NULL AND (id IN (SELECT b.id FROM (SELECT id FROM users LIMIT 100) b)));
