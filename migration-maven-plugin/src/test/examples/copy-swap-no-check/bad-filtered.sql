--@ product sqlite
CREATE TABLE orders_new (id INTEGER PRIMARY KEY, total INTEGER NOT NULL);
INSERT OR IGNORE INTO orders_new (id, total) SELECT id, total FROM orders WHERE total IS NOT NULL;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
--@ also drop-table
