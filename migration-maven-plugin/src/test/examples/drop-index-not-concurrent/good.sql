--@ also drop-index
--@ migration 002 transactional=false
DROP INDEX CONCURRENTLY IF EXISTS idx_users_email;
