--@ also drop-pk
--@ history
CREATE PUBLICATION warehouse FOR TABLE customers, orders;
--@ migration 002
ALTER TABLE orders REPLICA IDENTITY USING INDEX orders_number_idx;
ALTER TABLE orders DROP CONSTRAINT orders_pkey;
