--@ product sqlite
ALTER TABLE users RENAME TO people;
CREATE VIEW users AS SELECT id, email FROM people;
