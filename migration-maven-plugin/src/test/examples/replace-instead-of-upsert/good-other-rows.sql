CREATE TABLE settings (name text PRIMARY KEY, value text);
DELETE FROM settings WHERE name = 'colour';
INSERT INTO settings (name, value) VALUES ('colour', 'dark');
