CREATE TABLE orders_copy AS SELECT id, total FROM orders WHERE total > 0;
--@ migration 002
DROP TABLE orders;
ALTER TABLE orders_copy RENAME TO orders;
--@ also drop-table
