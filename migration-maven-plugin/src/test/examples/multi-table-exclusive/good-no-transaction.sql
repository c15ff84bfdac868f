--@ also many-nontx-steps not-rerunnable
--@ migration 001 transactional=false
ALTER TABLE orders ADD COLUMN IF NOT EXISTS note text;
ALTER TABLE customers ADD COLUMN IF NOT EXISTS note text;
