--@ product sqlite
--@ rows users 24000
--@ history
CREATE TABLE teams (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);
CREATE TABLE users (
  id    INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE
);
--@ migration 009 transactional=false
-- everybody belongs to a team, team 1 is "Unassigned"
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
INSERT INTO teams (id, name) VALUES (1, 'Unassigned') ON CONFLICT DO NOTHING;
--@ danger addcol-fk-default: with foreign keys on a REFERENCES column must default to NULL when the table has rows
ALTER TABLE users ADD COLUMN team_id INTEGER NOT NULL DEFAULT 1 REFERENCES teams (id);
CREATE INDEX users_team_id ON users (team_id);
COMMIT;
