--@ also drop-index not-rerunnable many-nontx-steps
--@ history
CREATE TABLE app.users (id bigint PRIMARY KEY, email text, CONSTRAINT "one_Email" UNIQUE (email));
--@ migration 002 transactional=false
DROP INDEX CONCURRENTLY app."one_Email";
