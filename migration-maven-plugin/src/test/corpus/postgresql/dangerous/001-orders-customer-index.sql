--@ versions 14 18
--@ rows orders 42000000
--@ history
CREATE TABLE orders (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id  bigint NOT NULL,
    status       text NOT NULL DEFAULT 'new',
    placed_at    timestamptz NOT NULL DEFAULT now(),
    total_cents  bigint NOT NULL
);
--@ migration 014
-- SHOP-2211: customer page times out, give it an index
SET LOCAL lock_timeout = '3s';
--@ danger index-not-concurrent: SHARE lock on orders for the whole build, every INSERT/UPDATE waits for minutes
CREATE INDEX orders_customer_placed_idx
    ON orders (customer_id, placed_at DESC);
COMMENT ON INDEX orders_customer_placed_idx IS 'customer order history page';
--@ down
SET LOCAL lock_timeout = '3s';
DROP INDEX orders_customer_placed_idx;
