--liquibase formatted sql

--changeset it:with-rollback
CREATE TABLE a (id integer);
--rollback DROP TABLE a;

--changeset it:without-rollback
CREATE TABLE b (id integer);
