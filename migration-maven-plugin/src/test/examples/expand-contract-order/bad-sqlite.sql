--@ product sqlite
ALTER TABLE customers ADD COLUMN full_name TEXT;
UPDATE customers SET full_name = name WHERE id BETWEEN 1 AND 1000;
ALTER TABLE customers DROP COLUMN name;
--@ also drop-column
