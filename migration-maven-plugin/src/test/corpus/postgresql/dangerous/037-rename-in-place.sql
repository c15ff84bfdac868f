--@ versions 14 18
--@ rows user_account 6000000
--@ history
CREATE TABLE user_account (id bigint PRIMARY KEY, mail text NOT NULL, created timestamptz);
CREATE TABLE feature_toggle (name text PRIMARY KEY, "on" boolean NOT NULL);
--@ migration 0061_naming_convention
SET LOCAL lock_timeout = '2s';
--@ danger rename-column: the running release still reads mail
ALTER TABLE user_account RENAME COLUMN mail TO email;
--@ danger rename-table: every query of the running release fails until the deploy is through
ALTER TABLE user_account RENAME TO users;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE users RENAME TO user_account;
ALTER TABLE user_account RENAME COLUMN email TO mail;
