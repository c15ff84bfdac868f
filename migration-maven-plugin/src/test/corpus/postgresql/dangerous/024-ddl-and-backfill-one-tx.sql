--@ versions 14 18
--@ rows order_lines 210000000
--@ history
CREATE TABLE order_lines (
    id bigint PRIMARY KEY,
    order_id bigint NOT NULL,
    qty integer NOT NULL,
    unit_cents bigint NOT NULL
);
--@ migration 0120
SET LOCAL lock_timeout = '2s';
ALTER TABLE order_lines ADD COLUMN line_cents bigint;
--@ danger ddl-plus-dml-one-tx: ACCESS EXCLUSIVE of the ADD COLUMN is held while 210M rows are updated
--@ danger unbatched-backfill: and all of it is one statement
UPDATE order_lines SET line_cents = qty * unit_cents WHERE line_cents IS NULL;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE order_lines DROP COLUMN line_cents;
