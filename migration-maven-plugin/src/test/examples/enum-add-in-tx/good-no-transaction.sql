--@ also change-default many-nontx-steps not-rerunnable
--@ migration 002 transactional=false
ALTER TYPE order_status ADD VALUE IF NOT EXISTS 'archived';
ALTER TABLE orders ALTER COLUMN status SET DEFAULT 'archived';
