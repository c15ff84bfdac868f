LOCK TABLE orders IN SHARE ROW EXCLUSIVE MODE;
CREATE TABLE orders_new (id bigint PRIMARY KEY, total numeric(12, 2) NOT NULL);
INSERT INTO orders_new (id, total) SELECT id, total FROM orders;
ALTER TABLE orders RENAME TO orders_old;
ALTER TABLE orders_new RENAME TO orders;
--@ also lock-table ddl-plus-dml-one-tx
