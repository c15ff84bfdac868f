--@ also drop-pk
--@ history
CREATE PUBLICATION warehouse FOR TABLE customers;
--@ migration 002
ALTER TABLE orders DROP CONSTRAINT orders_pkey;
