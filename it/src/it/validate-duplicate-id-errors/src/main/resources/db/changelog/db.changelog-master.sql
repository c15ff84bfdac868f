--liquibase formatted sql

--changeset it:twice
CREATE TABLE a (id integer);
--rollback DROP TABLE a;

--changeset it:twice
CREATE TABLE b (id integer);
--rollback DROP TABLE b;
