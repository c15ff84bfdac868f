--@ migration 001 transactional=false
BEGIN;
INSERT INTO settings (key, value) VALUES ('mail.port', '25');
INSERT INTO settings (key, value) VALUES ('mail.host', 'localhost');
COMMIT;
