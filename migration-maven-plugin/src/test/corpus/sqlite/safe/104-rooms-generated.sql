--@ product sqlite
--@ versions 3.40 3.54
--@ rows rooms 120
--@ history
CREATE TABLE rooms (
  id       INTEGER PRIMARY KEY,
  building TEXT NOT NULL,
  number   TEXT NOT NULL
);
--@ migration 013
ALTER TABLE rooms ADD COLUMN floor INTEGER;
ALTER TABLE rooms ADD COLUMN label TEXT GENERATED ALWAYS AS (building || '-' || number) VIRTUAL;
ALTER TABLE rooms ADD COLUMN bookable INTEGER NOT NULL DEFAULT 1;
ALTER TABLE rooms ADD COLUMN opened_at TEXT DEFAULT '1970-01-01 00:00:00';
CREATE INDEX ix_rooms_label ON rooms (label);
--@ down
DROP INDEX ix_rooms_label;
ALTER TABLE rooms DROP COLUMN opened_at;
ALTER TABLE rooms DROP COLUMN bookable;
ALTER TABLE rooms DROP COLUMN label;
ALTER TABLE rooms DROP COLUMN floor;
