--@ product sqlite
--@ also long-writer
DELETE FROM users;
