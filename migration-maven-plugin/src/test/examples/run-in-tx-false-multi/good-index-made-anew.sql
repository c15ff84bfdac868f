--liquibase formatted sql

--changeset ada:index runInTransaction:false
SET lock_timeout = '2s';
DROP INDEX CONCURRENTLY IF EXISTS customer_name_idx;
CREATE INDEX CONCURRENTLY customer_name_idx ON customer (name);
--rollback DROP INDEX CONCURRENTLY IF EXISTS customer_name_idx;
