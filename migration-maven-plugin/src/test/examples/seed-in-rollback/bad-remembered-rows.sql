--@ history
INSERT INTO settings (name, value) VALUES ('theme', 'dark');
--@ migration 002
DELETE FROM settings WHERE name = 'theme';
--@ down
INSERT INTO settings (name, value) VALUES ('theme', 'light');
