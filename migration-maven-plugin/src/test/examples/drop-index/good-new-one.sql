CREATE TABLE customers (id bigint PRIMARY KEY, email text NOT NULL);
CREATE UNIQUE INDEX uq_customers_email ON customers (email);
--@ migration 002
DROP INDEX uq_customers_email;
