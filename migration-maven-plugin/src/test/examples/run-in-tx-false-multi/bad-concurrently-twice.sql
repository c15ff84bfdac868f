--liquibase formatted sql

--changeset ada:indexes runInTransaction:false
SET lock_timeout = '2s';
CREATE INDEX CONCURRENTLY customer_name_idx ON customer (name);
CREATE INDEX CONCURRENTLY customer_city_idx ON customer (city);
--rollback DROP INDEX CONCURRENTLY IF EXISTS customer_city_idx;
--rollback DROP INDEX CONCURRENTLY IF EXISTS customer_name_idx;
