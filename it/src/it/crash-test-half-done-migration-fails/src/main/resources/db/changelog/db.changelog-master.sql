--liquibase formatted sql

--changeset mia:customer
CREATE TABLE customer (id INT PRIMARY KEY, name VARCHAR(50) NOT NULL);
--rollback DROP TABLE customer;

--changeset mia:find-by-name runInTransaction:false
CREATE INDEX CONCURRENTLY customer_name ON customer (name);
ALTER TABLE customer ADD COLUMN nick VARCHAR(20);
--rollback ALTER TABLE customer DROP COLUMN nick;
--rollback DROP INDEX customer_name;

--changeset mia:find-by-nick runInTransaction:false
CREATE INDEX CONCURRENTLY IF NOT EXISTS customer_nick ON customer (nick);
--rollback DROP INDEX customer_nick;
