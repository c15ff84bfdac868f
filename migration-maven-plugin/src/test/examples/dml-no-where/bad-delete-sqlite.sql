--@ product sqlite
DELETE FROM users;
