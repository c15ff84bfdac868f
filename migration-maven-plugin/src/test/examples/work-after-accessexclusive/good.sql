--@ history
CREATE TABLE orders (id bigint PRIMARY KEY, total numeric(12, 2));
ALTER TABLE orders ADD CONSTRAINT orders_total_positive CHECK (total >= 0) NOT VALID;
--@ migration 002
ALTER TABLE orders ADD COLUMN note text;
--@ migration 003
ALTER TABLE orders VALIDATE CONSTRAINT orders_total_positive;
