--@ product sqlite
--@ rows readings 3000
--@ history
CREATE TABLE readings (
  id      INTEGER PRIMARY KEY,
  sensor  TEXT NOT NULL,
  "value" TEXT            -- '21,5', '21.5', 'n/a', ''
);
--@ migration 011
-- values are numbers from now on, the INTEGER/REAL type takes care of it
ALTER TABLE readings ADD COLUMN value_num REAL;
--@ danger affinity: REAL converts only what looks like a number; '21,5', 'n/a' and '' stay text in the column
UPDATE readings SET value_num = "readings"."value";

CREATE TABLE sensor_limits (
  sensor TEXT PRIMARY KEY,
  upper  INTEGER(4) NOT NULL,
  since  DATE NOT NULL
);
--@ danger affinity: neither INTEGER(4) nor DATE is enforced, '95%' and '31.12.2024' are stored as they are
INSERT INTO sensor_limits (sensor, upper, since) VALUES
  ('boiler', '95%', '31.12.2024'),
  ('inlet', 60, '2024-12-31');
--@ down
DROP TABLE sensor_limits;
ALTER TABLE readings DROP COLUMN value_num;
