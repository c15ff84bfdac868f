--@ product sqlite
ALTER TABLE users ADD COLUMN nick TEXT;
CREATE UNIQUE INDEX users_nick_idx ON users (nick);
