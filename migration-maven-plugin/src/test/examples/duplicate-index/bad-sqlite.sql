--@ product sqlite
CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE);
CREATE INDEX customers_email_idx ON customers (email);
