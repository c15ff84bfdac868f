--@ also change-default
--@ migration 002
ALTER TYPE order_status ADD VALUE 'archived' AFTER 'done';
--@ migration 003
ALTER TABLE orders ALTER COLUMN status SET DEFAULT 'archived';
