--@ migration 002
ALTER TABLE orders ADD CONSTRAINT orders_amount_positive CHECK (amount > 0) NOT VALID;
--@ migration 003
ALTER TABLE orders VALIDATE CONSTRAINT orders_amount_positive;
