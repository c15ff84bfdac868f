--@ also drop-index drop-cascade
--@ migration 002 transactional=false
DROP INDEX CONCURRENTLY IF EXISTS idx_a CASCADE;
