ALTER TABLE order_lines ADD COLUMN IF NOT EXISTS total numeric(12, 2) GENERATED ALWAYS AS (price * quantity) STORED;
