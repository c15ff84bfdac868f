--@ also drop-pk drop-fk-check drop-constraint
--@ history
CREATE TABLE orders (id bigint PRIMARY KEY, number text NOT NULL);
CREATE PUBLICATION warehouse FOR TABLE customers, orders;
--@ migration 002
ALTER TABLE orders DROP CONSTRAINT orders_pkey;
