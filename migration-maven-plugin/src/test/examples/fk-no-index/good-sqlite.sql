--@ product sqlite
CREATE TABLE order_lines (
    id INTEGER PRIMARY KEY,
    order_id INTEGER REFERENCES orders (id) ON DELETE SET NULL
);
CREATE INDEX order_lines_order_idx ON order_lines (order_id, id);
