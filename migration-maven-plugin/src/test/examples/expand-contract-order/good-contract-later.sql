--@ history
CREATE TABLE customers (id bigint PRIMARY KEY, name text);
ALTER TABLE customers ADD COLUMN full_name text;
UPDATE customers SET full_name = name;
--@ migration 002
ALTER TABLE customers DROP COLUMN name;
--@ also drop-column
