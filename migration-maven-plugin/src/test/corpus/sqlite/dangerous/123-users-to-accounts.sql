--@ product sqlite
--@ versions 3.40 3.54
--@ rows users 64000
--@ history
CREATE TABLE users (
  id      INTEGER PRIMARY KEY,
  login   TEXT    NOT NULL,
  active  INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX ix_users_login ON users (login);
CREATE VIEW v_active_users AS SELECT id, login FROM users WHERE active = 1;
--@ migration 081
-- naming round, part 3
--@ danger drop-view-func-type-seq: the reports read this view; its text is not in the way back either
DROP VIEW v_active_users;
--@ danger drop-index: nothing takes its place, every login scans 64000 rows
DROP INDEX ix_users_login;
--@ danger rename-table: the two processes that are still on the old release fail with no such table: users
ALTER TABLE users RENAME TO accounts;
--@ down
ALTER TABLE accounts RENAME TO users;
CREATE INDEX ix_users_login ON users (login);
