--@ also drop-index drop-index-not-concurrent
--@ history
ALTER TABLE orders REPLICA IDENTITY USING INDEX orders_number_idx;
--@ migration 002
DROP INDEX orders_number_idx;
