--@ versions 14 18
--@ rows devices 11000000
--@ history
CREATE TABLE devices (id bigint PRIMARY KEY, serial_no text NOT NULL);
--@ migration 0013
SET LOCAL lock_timeout = '2s';
-- STABLE, evaluated once for all existing rows
ALTER TABLE devices ADD COLUMN imported_at timestamptz NOT NULL DEFAULT now();
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE devices DROP COLUMN imported_at;
