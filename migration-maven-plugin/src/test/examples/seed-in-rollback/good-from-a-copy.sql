CREATE TABLE settings_before (name text PRIMARY KEY, value text);
INSERT INTO settings_before (name, value) SELECT name, value FROM settings WHERE name = 'theme';
DELETE FROM settings WHERE name IN (SELECT name FROM settings_before LIMIT 10);
--@ down
INSERT INTO settings (name, value) SELECT name, value FROM settings_before;
DROP TABLE settings_before;
