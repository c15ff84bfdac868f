--@ product sqlite
--@ history
CREATE TABLE customers (id INTEGER PRIMARY KEY, phone TEXT);
--@ migration 002
ALTER TABLE "customers" ADD COLUMN PHONE TEXT;
