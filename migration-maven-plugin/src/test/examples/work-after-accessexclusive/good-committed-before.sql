--@ also index-not-concurrent explicit-tx many-nontx-steps not-rerunnable
--@ migration 001 transactional=false
BEGIN;
ALTER TABLE users ADD COLUMN nickname text;
COMMIT;
BEGIN;
CREATE INDEX users_nickname_idx ON users (nickname);
COMMIT;
