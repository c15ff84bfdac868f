--@ product sqlite
--@ rows rooms 120
--@ rows bookings 15000
--@ history
CREATE TABLE rooms (
  id    INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  floor INTEGER
);
CREATE TABLE bookings (
  id      INTEGER PRIMARY KEY,
  room_id INTEGER NOT NULL REFERENCES rooms (id),
  day     TEXT NOT NULL
);
--@ migration 012 transactional=false
-- rooms without a floor were entered by mistake, they do not come along
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
CREATE TABLE rooms_new (
  id    INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  floor INTEGER NOT NULL
);
INSERT INTO rooms_new (id, label, floor)
  SELECT id, label, floor FROM rooms WHERE floor IS NOT NULL;
--@ danger no-fk-check-after: bookings of the rooms left out dangle, and no foreign_key_check looks before COMMIT
DROP TABLE rooms;
ALTER TABLE rooms_new RENAME TO rooms;
COMMIT;
PRAGMA foreign_keys = ON;
