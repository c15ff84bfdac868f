--@ product sqlite
--@ versions 3.40 3.54
--@ rows readings 14000000
--@ history
CREATE TABLE readings (
  id        INTEGER PRIMARY KEY,
  sensor_id INTEGER NOT NULL,
  taken_at  INTEGER NOT NULL,
  value_f   REAL
);
--@ migration 033
-- The loggers write twice a second, all day.
PRAGMA busy_timeout = 10000;
ALTER TABLE readings ADD COLUMN value_c REAL;
--@ danger long-writer: one statement over 14 million rows holds the only writer slot for minutes
--@ danger ddl-plus-dml-one-tx: column and filling in one transaction, nobody can write until all of it is done
UPDATE readings SET value_c = (value_f - 32) * 5.0 / 9.0 WHERE value_f IS NOT NULL;
--@ danger long-writer: the index is built over all rows in the same transaction
CREATE INDEX ix_readings_sensor_c ON readings (sensor_id, value_c);
--@ down
PRAGMA busy_timeout = 10000;
DROP INDEX ix_readings_sensor_c;
--@ danger long-writer: DROP COLUMN rewrites every row
ALTER TABLE readings DROP COLUMN value_c;
