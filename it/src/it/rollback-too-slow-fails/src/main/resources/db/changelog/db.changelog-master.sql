--liquibase formatted sql

--changeset it:create-number
CREATE TABLE number (id integer NOT NULL PRIMARY KEY);
--rollback CREATE TABLE slow (id integer NOT NULL PRIMARY KEY);
--rollback WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) INSERT INTO slow SELECT i FROM n;
--rollback DROP TABLE slow;
--rollback DROP TABLE number;
