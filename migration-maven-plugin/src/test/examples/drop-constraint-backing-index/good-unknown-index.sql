--@ also drop-index not-rerunnable many-nontx-steps
--@ migration 001 transactional=false
DROP INDEX CONCURRENTLY IF EXISTS idx_users_api_key;
