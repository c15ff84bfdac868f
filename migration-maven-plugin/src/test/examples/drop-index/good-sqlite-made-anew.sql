--@ product sqlite
DROP INDEX IF EXISTS customers_email_idx;
CREATE INDEX customers_email_idx ON customers (email, name);
