--@ product sqlite
--@ also long-writer
UPDATE users SET email = lower(email);
