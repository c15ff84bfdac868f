--@ product sqlite
DELETE FROM settings WHERE name = 'colour';
INSERT INTO settings (name, value) VALUES ('theme', 'colour')
ON CONFLICT (name) DO UPDATE SET value = excluded.value;
