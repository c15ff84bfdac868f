--liquibase formatted sql

--changeset mia:customers
CREATE TABLE customers (id INTEGER PRIMARY KEY, email VARCHAR(100) NOT NULL, note VARCHAR(200));
--rollback DROP TABLE customers;

--changeset mia:orders
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  placed_on DATE NOT NULL
);
--rollback DROP TABLE orders;

--changeset jonas:index-orders
CREATE INDEX orders_customer ON orders (customer_id);
--rollback DROP INDEX orders_customer;

--changeset jonas:note-in-capitals
UPDATE customers SET note = upper(note);
--rollback empty
