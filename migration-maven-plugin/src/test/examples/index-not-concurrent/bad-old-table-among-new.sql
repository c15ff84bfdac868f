--@ history
CREATE TABLE customers (id bigint PRIMARY KEY, name text);
--@ migration 002
CREATE TABLE addresses (id bigint PRIMARY KEY, customer_id bigint NOT NULL);
CREATE INDEX ix_addresses_customer ON addresses (customer_id);
CREATE INDEX ix_customers_name ON customers (name);
