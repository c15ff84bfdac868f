--@ migration 001 transactional=false
DELETE FROM sessions WHERE ctid IN (SELECT ctid FROM sessions WHERE expires < '2026-01-01' LIMIT 5000);
UPDATE users SET country = 'DE' WHERE id IN (SELECT id FROM users WHERE country IS NULL ORDER BY id LIMIT 5000);
