--liquibase formatted sql

--changeset it:customer
CREATE TABLE customer (id INTEGER PRIMARY KEY, name VARCHAR(50));
INSERT INTO customer VALUES (1, 'Ann');
--rollback DROP TABLE customer;

--changeset it:names
UPDATE customer SET name = upper(name);

--changeset it:fails
INSERT INTO nowhere VALUES (1);
--rollback SELECT 1;
