--@ history
CREATE TABLE customers (id bigint PRIMARY KEY, phone text);
--@ migration 002
ALTER TABLE customers ADD COLUMN IF NOT EXISTS phone text;
ALTER TABLE customers ADD COLUMN fax text;
