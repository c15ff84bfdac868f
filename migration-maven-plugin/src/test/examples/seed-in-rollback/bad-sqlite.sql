--@ product sqlite
DELETE FROM settings;
--@ down
INSERT INTO settings (name, value) VALUES ('theme', 'light');
--@ also dml-no-where
