--@ also drop-index
--@ migration 002 transactional=false
DROP INDEX CONCURRENTLY IF EXISTS ux_users_email;
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ux_users_email ON users (email);
