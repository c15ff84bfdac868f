--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
CREATE TABLE teams (id INTEGER PRIMARY KEY);
--@ migration 002
ALTER TABLE users ADD COLUMN team_id INTEGER DEFAULT 1 REFERENCES teams (id);
CREATE INDEX users_team ON users (team_id);
