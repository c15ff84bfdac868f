CREATE TABLE order_lines (
    id bigint PRIMARY KEY
);
COMMENT ON COLUMN order_lines.id IS 'number of the line';
