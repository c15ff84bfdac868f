CREATE TABLE orders (id bigint PRIMARY KEY, amount numeric NOT NULL CHECK (amount >= 0));
ALTER TABLE orders ADD CONSTRAINT orders_amount_limit CHECK (amount < 1000000);
