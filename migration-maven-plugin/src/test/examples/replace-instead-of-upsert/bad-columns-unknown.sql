--@ product sqlite
DELETE FROM config WHERE name = 'theme';
INSERT INTO config VALUES ('theme', 'dark');
--@ also insert-no-columns
