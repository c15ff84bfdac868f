--@ rows orders 40000000
--@ also no-lock-timeout required-columns
CREATE TABLE IF NOT EXISTS orders (id bigint PRIMARY KEY);
ALTER TABLE orders ADD COLUMN sku text NOT NULL;
