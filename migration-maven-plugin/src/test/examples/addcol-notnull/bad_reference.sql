--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
CREATE TABLE teams (id INTEGER PRIMARY KEY);
ALTER TABLE users ADD COLUMN team_id INTEGER NOT NULL REFERENCES teams (id);
CREATE INDEX users_team ON users (team_id);
