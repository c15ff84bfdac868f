CREATE TABLE customers (id bigint PRIMARY KEY, email text NOT NULL);
CREATE INDEX customers_id_idx ON customers (id);
