--@ also lock-table
LOCK TABLE orders;
ALTER TABLE customers ADD COLUMN note text;
