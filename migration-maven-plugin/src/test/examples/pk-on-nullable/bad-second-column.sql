--@ history
CREATE TABLE order_lines (order_id bigint NOT NULL, line integer, amount numeric);
CREATE UNIQUE INDEX order_lines_pkey_idx ON order_lines (order_id, line);
--@ migration 002
ALTER TABLE order_lines ADD PRIMARY KEY USING INDEX order_lines_pkey_idx;
