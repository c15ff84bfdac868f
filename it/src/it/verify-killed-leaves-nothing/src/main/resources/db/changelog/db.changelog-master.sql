--liquibase formatted sql

--changeset it:long-running
CREATE TABLE slept (id integer NOT NULL PRIMARY KEY);
SELECT pg_sleep(${seconds});
--rollback DROP TABLE slept;
