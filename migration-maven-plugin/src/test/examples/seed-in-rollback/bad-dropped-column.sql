ALTER TABLE customers DROP COLUMN region;
--@ down
ALTER TABLE customers ADD COLUMN region text;
UPDATE customers SET region = 'unknown';
--@ also drop-column shape-only-rollback
