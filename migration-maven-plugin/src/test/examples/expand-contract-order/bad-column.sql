ALTER TABLE customers ADD COLUMN full_name text;
--@ migration 002
UPDATE customers SET full_name = first_name || ' ' || last_name WHERE id BETWEEN 1 AND 1000;
--@ migration 003
ALTER TABLE customers DROP COLUMN first_name;
--@ also drop-column
