--@ versions 18
--@ history
CREATE TABLE order_lines (id bigint PRIMARY KEY, price numeric, quantity integer, total numeric GENERATED ALWAYS AS (price * quantity) VIRTUAL);
--@ migration 002
ALTER TABLE order_lines ALTER COLUMN total SET EXPRESSION AS (price * quantity * 2);
