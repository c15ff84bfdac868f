--@ product sqlite
--@ versions 3.40 3.54
--@ rows lamps 250
--@ history
CREATE TABLE rooms (id INTEGER PRIMARY KEY, label TEXT NOT NULL);
CREATE TABLE lamps (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);
CREATE INDEX lamps_name ON lamps (name);
--@ migration 026
ALTER TABLE lamps ADD COLUMN room_id INTEGER DEFAULT NULL REFERENCES rooms (id);
CREATE INDEX lamps_room ON lamps (room_id);
--@ down
-- no table refers to lamps, so nothing cascades though foreign keys are on
CREATE TABLE lamps_old (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);
INSERT INTO lamps_old (id, name) SELECT id, name FROM lamps;
DROP TABLE lamps;
ALTER TABLE lamps_old RENAME TO lamps;
CREATE INDEX lamps_name ON lamps (name);
PRAGMA foreign_key_check;
