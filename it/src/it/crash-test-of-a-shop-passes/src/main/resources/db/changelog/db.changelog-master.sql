--liquibase formatted sql

--changeset mia:customer
CREATE TABLE customer (id INT PRIMARY KEY, name VARCHAR(50) NOT NULL);
--rollback DROP TABLE customer;

--changeset mia:nick-names
ALTER TABLE customer ADD COLUMN nick VARCHAR(20);
UPDATE customer SET nick = substr(name, 1, 20);
CREATE INDEX customer_nick ON customer (nick);
--rollback DROP INDEX customer_nick;
--rollback ALTER TABLE customer DROP COLUMN nick;
