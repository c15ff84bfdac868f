--@ product sqlite
DELETE FROM users WHERE rowid NOT IN (SELECT min(rowid) FROM users GROUP BY email);
CREATE UNIQUE INDEX users_email_idx ON users (email);
