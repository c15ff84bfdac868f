--@ product sqlite
CREATE TABLE order_lines_new (
    id INTEGER PRIMARY KEY,
    order_id INTEGER REFERENCES orders (id) ON DELETE SET NULL
);
INSERT INTO order_lines_new (id, order_id) SELECT id, order_id FROM order_lines;
DROP TABLE order_lines;
ALTER TABLE order_lines_new RENAME TO order_lines;
PRAGMA foreign_key_check;
