CREATE TABLE order_lines (
    id bigint PRIMARY KEY,
    line2 text
);
