--liquibase formatted sql
--@ also no-lock-timeout no-statement-timeout

--changeset ada:indexes runInTransaction:false
CREATE SEQUENCE one_number;
CREATE INDEX CONCURRENTLY customer_name_idx ON customer (name);
--rollback DROP INDEX CONCURRENTLY customer_name_idx;
--rollback DROP SEQUENCE one_number;
