--liquibase formatted sql

--changeset it:customer
CREATE TABLE customer (id INTEGER PRIMARY KEY, name VARCHAR(50));
--rollback DROP TABLE customer;

--changeset it:orders
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER REFERENCES customer (id));
--rollback DROP TABLE orders;
