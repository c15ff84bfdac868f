CREATE TABLE orders_kept AS SELECT * FROM orders;
DROP TABLE orders;
