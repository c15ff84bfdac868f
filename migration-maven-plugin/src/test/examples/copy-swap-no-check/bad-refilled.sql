--@ product sqlite
CREATE TABLE customers_backup AS SELECT * FROM customers;
DROP TABLE customers;
CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO customers (id, email) SELECT id, email FROM customers_backup WHERE email IS NOT NULL;
