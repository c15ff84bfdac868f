--@ also explicit-tx
--@ migration 002 transactional=false
BEGIN;
CREATE UNIQUE INDEX CONCURRENTLY ux_users_email ON users (email);
COMMIT;
