--@ migration 001
ALTER TABLE orders ADD COLUMN note text;
--@ migration 002
ALTER TABLE customers ADD COLUMN note text;
