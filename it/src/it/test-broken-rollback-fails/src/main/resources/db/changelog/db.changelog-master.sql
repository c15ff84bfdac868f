--liquibase formatted sql

--changeset it:create-account
CREATE TABLE account (
  id integer NOT NULL PRIMARY KEY,
  login varchar(40) NOT NULL,
  nickname varchar(40),
  kind integer DEFAULT 0 NOT NULL CHECK (kind BETWEEN 0 AND 9)
);
--rollback DROP TABLE account;

--changeset it:unique-login
CREATE UNIQUE INDEX ux_account_login ON account (login);
--rollback DROP INDEX ux_account_login;

--changeset it:near-miss-lost-unique-index
DROP INDEX ux_account_login;
--rollback CREATE UNIQUE INDEX ux_account_login ON account (login);

--changeset it:near-miss-restored-unique-index
CREATE UNIQUE INDEX ux_account_login ON account (login);
--rollback DROP INDEX ux_account_login;

--changeset it:lost-unique-index
DROP INDEX ux_account_login;
--rollback CREATE INDEX ux_account_login ON account (login);

--changeset it:left-over-table
CREATE TABLE account_import (id integer NOT NULL PRIMARY KEY);
CREATE TABLE account_import_error (id integer NOT NULL PRIMARY KEY);
--rollback DROP TABLE account_import;

--changeset it:create-note
CREATE TABLE note (id integer NOT NULL PRIMARY KEY, body text);
--rollback DROP TABLE note;

--changeset it:drops-something-else
CREATE TABLE memo (id integer NOT NULL PRIMARY KEY, body text);
--rollback DROP TABLE memo;
--rollback DROP TABLE note;

--changeset it:changes-data-for-good
UPDATE account SET kind = 0;
--rollback UPDATE account SET kind = 1;

--changeset it:near-miss-changes-data-and-back
UPDATE account SET kind = 9 - kind;
--rollback UPDATE account SET kind = 9 - kind;

--changeset it:rollback-with-a-typo
CREATE TABLE tag (id integer NOT NULL PRIMARY KEY);
--rollback DROP TABLE tags;

--changeset it:without-rollback
CREATE TABLE label (id integer NOT NULL PRIMARY KEY);

--changeset it:with-empty-rollback
CREATE TABLE badge (id integer NOT NULL PRIMARY KEY);
--rollback empty

--changeset it:differs-when-applied-again
CREATE TABLE token (id integer NOT NULL PRIMARY KEY, secret text);
INSERT INTO token (id, secret) VALUES (1, CAST(random() AS text));
--rollback DROP TABLE token;

--changeset it:after-all-that
CREATE TABLE finish (id integer NOT NULL PRIMARY KEY);
--rollback DROP TABLE finish;
