--@ versions 14 18
--@ rows inventory 5500000
--@ history
CREATE TABLE inventory (id bigint CONSTRAINT inventory_pk PRIMARY KEY, sku text NOT NULL, qty int NOT NULL);
CREATE PUBLICATION warehouse_pub FOR TABLE inventory;
--@ migration 28
SET LOCAL lock_timeout = '2s';
-- id is never used, sku is what everybody joins on
--@ danger drop-pk: identity of the rows is gone
--@ danger drop-replica-identity: inventory is published; UPDATE and DELETE fail right after this
ALTER TABLE inventory DROP CONSTRAINT inventory_pk;
