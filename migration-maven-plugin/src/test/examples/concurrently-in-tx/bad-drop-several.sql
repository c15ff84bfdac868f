--@ also drop-index
--@ migration 002 transactional=false
DROP INDEX CONCURRENTLY idx_a, idx_b;
