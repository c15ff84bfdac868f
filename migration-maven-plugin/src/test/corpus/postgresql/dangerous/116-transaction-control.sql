--@ versions 13 18
--@ rows meter_reading 75000000
--@ rows tariff 300
--@ history
CREATE TABLE meter_reading (
    id     bigint PRIMARY KEY,
    kwh    numeric(10,3) NOT NULL
);
CREATE TABLE tariff (
    id    integer PRIMARY KEY,
    label text NOT NULL
);
--@ migration 41
SET LOCAL lock_timeout = '2s';
ALTER TABLE meter_reading ADD COLUMN source text;
-- let go of the lock before we go on
--@ danger explicit-tx: ends the runner's transaction; the rest runs outside and cannot be taken back
COMMIT;
UPDATE tariff SET label = 'Night (HT/NT)' WHERE id = 17;
--@ migration 42 transactional=false
--@ danger open-tx: no COMMIT follows; the change vanishes when the connection closes
BEGIN;
UPDATE tariff SET label = 'Day' WHERE id = 18;
