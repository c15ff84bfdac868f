--@ versions 14 18
--@ rows shipments 6500000
--@ history
CREATE TABLE shipments (
    id bigint PRIMARY KEY,
    tracking_no text,
    carrier_code char(4),
    shipped_on date
);
--@ migration V45
/* Carrier portal: look up parcels by tracking number. */
SET LOCAL lock_timeout = '2s';
ALTER TABLE shipments ADD COLUMN delivered_on date;

--@ danger concurrently-in-tx: the runner wraps this migration in a transaction, PostgreSQL refuses CONCURRENTLY there
CREATE INDEX CONCURRENTLY shipments_tracking_no_idx ON shipments (tracking_no);
--@ down
SET LOCAL lock_timeout = '2s';
DROP INDEX IF EXISTS shipments_tracking_no_idx;
ALTER TABLE shipments DROP COLUMN delivered_on;
