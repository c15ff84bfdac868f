--@ migration 002 transactional=false
ALTER TABLE orders ADD CONSTRAINT orders_amount_positive CHECK (amount > 0) NOT VALID, VALIDATE CONSTRAINT orders_amount_positive;
