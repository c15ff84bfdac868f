--@ also add-unique-existing
--@ migration 002 transactional=false
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ux_users_email ON users (email);
