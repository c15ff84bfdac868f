--@ product sqlite
DROP INDEX IF EXISTS customers_email_idx;
