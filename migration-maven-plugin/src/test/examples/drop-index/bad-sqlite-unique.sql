--@ product sqlite
--@ history
CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
CREATE UNIQUE INDEX customers_mail ON customers (email);
--@ migration 002
DROP INDEX "customers_mail";
CREATE INDEX customers_mail_name ON customers (email, name);
