--@ rows users 40000000
CREATE TABLE IF NOT EXISTS orders (id bigint PRIMARY KEY, sku text);
CREATE INDEX orders_sku_idx ON orders (sku);
