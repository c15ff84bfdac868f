DELETE FROM settings WHERE name = 'theme';
--@ down
INSERT INTO settings (name, value) VALUES ('theme', 'light');
