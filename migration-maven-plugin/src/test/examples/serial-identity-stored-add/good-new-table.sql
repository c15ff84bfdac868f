CREATE TABLE order_lines (id bigserial PRIMARY KEY, price numeric NOT NULL, quantity integer NOT NULL);
ALTER TABLE order_lines ADD COLUMN total numeric GENERATED ALWAYS AS (price * quantity) STORED;
