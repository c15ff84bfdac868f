--@ versions 14 18
--@ rows vehicles 120000
--@ history
CREATE TABLE vehicles (id bigint PRIMARY KEY, vin text, plate text);
--@ migration 0011
--@ danger explicit-tx: the runner opened a transaction already, COMMIT ends the runner's and its bookkeeping is torn apart
BEGIN;
SET LOCAL lock_timeout = '2s';
ALTER TABLE vehicles ADD COLUMN colour text;
COMMIT;
--@ migration 0012 transactional=false
--@ danger open-tx: no COMMIT follows, the change vanishes when the session ends
BEGIN;
SET LOCAL lock_timeout = '2s';
ALTER TABLE vehicles ADD COLUMN trim_level text;
COMMENT ON COLUMN vehicles.trim_level IS 'manufacturer text';
