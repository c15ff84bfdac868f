--@ also drop-index
--@ migration 001 transactional=false
DROP INDEX CONCURRENTLY IF EXISTS orders_state_idx;
--@ down
CREATE INDEX CONCURRENTLY orders_state_idx ON orders (state);
