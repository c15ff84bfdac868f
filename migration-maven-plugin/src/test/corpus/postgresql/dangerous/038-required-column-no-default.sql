--@ versions 14 18
--@ rows warehouse.stock_items 350000
--@ history
CREATE SCHEMA warehouse;
CREATE TABLE warehouse.stock_items (id bigint PRIMARY KEY, sku text NOT NULL, qty int NOT NULL DEFAULT 0);
--@ migration 19
SET LOCAL lock_timeout = '2s';
--@ danger add-notnull-no-default: fails on the filled table ("contains null values"), and old code cannot insert
ALTER TABLE warehouse.stock_items
    ADD COLUMN bin_location varchar(16) NOT NULL;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE warehouse.stock_items DROP COLUMN bin_location;
