--@ also many-nontx-steps not-rerunnable
--@ migration 001 transactional=false
ALTER TABLE users ADD COLUMN IF NOT EXISTS nickname text;
CREATE INDEX CONCURRENTLY users_nickname_idx ON users (nickname);
