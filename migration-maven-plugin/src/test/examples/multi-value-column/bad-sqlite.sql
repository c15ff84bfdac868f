--@ product sqlite
ALTER TABLE customers ADD COLUMN roles_csv TEXT;
