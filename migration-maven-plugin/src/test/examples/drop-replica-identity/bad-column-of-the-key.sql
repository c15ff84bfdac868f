--@ also drop-pk drop-column
--@ history
CREATE TABLE orders (shop integer NOT NULL, id bigint NOT NULL, number text, PRIMARY KEY (shop, id));
CREATE PUBLICATION warehouse;
ALTER PUBLICATION warehouse ADD TABLE "orders";
--@ migration 002
ALTER TABLE orders DROP COLUMN shop;
