--@ versions 14 18
--@ rows members 700000
--@ history
CREATE TABLE members (
    id bigint PRIMARY KEY,
    login varchar(40) NOT NULL,
    CONSTRAINT members_login_key UNIQUE (login)
);
CREATE VIEW active_members AS SELECT id, login FROM members;
--@ migration 033 transactional=false
SET lock_timeout = '2s';
--@ danger drop-constraint-backing-index: members_login_key belongs to a constraint, the statement aborts the migration
DROP INDEX CONCURRENTLY members_login_key;
RESET lock_timeout;
--@ migration 034
SET LOCAL lock_timeout = '2s';
--@ danger view-depends: "cannot alter type of a column used by a view": active_members selects login
ALTER TABLE members ALTER COLUMN login TYPE varchar(80);
