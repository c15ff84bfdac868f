--@ limit 2
--@ product sqlite
CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT UNIQUE, name TEXT);
CREATE INDEX customers_name_idx ON customers (name);
