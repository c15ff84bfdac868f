--@ versions 14 18
--@ rows orders 42000000
--@ history
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL, total_cents bigint NOT NULL);
--@ migration 002
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
ALTER TABLE orders ADD COLUMN gift_message text;
COMMENT ON COLUMN orders.gift_message IS 'printed on the packing slip';
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE orders DROP COLUMN gift_message;
