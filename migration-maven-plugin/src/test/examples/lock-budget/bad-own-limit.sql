--@ limit 2
--@ history
CREATE TABLE customers (id bigint PRIMARY KEY, name text);
--@ migration 002
ALTER TABLE customers ADD COLUMN phone text;
--@ migration 003
CREATE INDEX customers_phone_idx ON customers (phone);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers (id));
--@ also index-not-concurrent
