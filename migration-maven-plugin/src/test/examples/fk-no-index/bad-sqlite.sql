--@ product sqlite
CREATE TABLE order_lines (
    id INTEGER PRIMARY KEY,
    order_id INTEGER REFERENCES orders (id) ON DELETE SET NULL
);
