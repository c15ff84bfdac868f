CREATE TABLE order_lines (order_id bigint, line integer, PRIMARY KEY (order_id, line));
