ALTER TABLE customers ADD COLUMN first__name text;
