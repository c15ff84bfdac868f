--@ versions 18
ALTER TABLE order_lines ADD COLUMN total numeric GENERATED ALWAYS AS (price * quantity) VIRTUAL;
