--@ also explicit-tx
--@ migration 002
ALTER TABLE users ADD COLUMN nickname text;
COMMIT;
CREATE INDEX CONCURRENTLY idx_users_nickname ON users (nickname);
