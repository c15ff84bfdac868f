--@ also index-not-concurrent explicit-tx many-nontx-steps not-rerunnable
--@ migration 001 transactional=false
BEGIN;
ALTER TABLE "Users" ADD COLUMN nickname text;
CREATE INDEX users_nickname_idx ON "Users" (nickname);
COMMIT;
