--@ product sqlite
DELETE FROM "settings" WHERE "name" = 'theme';
INSERT INTO settings (name, value) VALUES ('theme', 'dark');
