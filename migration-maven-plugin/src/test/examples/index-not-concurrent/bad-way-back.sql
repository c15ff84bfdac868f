--@ rows orders 5000000
--@ also drop-index
--@ migration 001 transactional=false
DROP INDEX CONCURRENTLY IF EXISTS orders_state_idx;
--@ down
CREATE INDEX orders_state_idx ON orders (state);
