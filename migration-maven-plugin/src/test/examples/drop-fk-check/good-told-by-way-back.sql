--@ also drop-column shape-only-rollback
ALTER TABLE orders DROP CONSTRAINT state_known, DROP COLUMN state;
--@ down
ALTER TABLE orders ADD COLUMN state text;
ALTER TABLE orders ADD CONSTRAINT state_known CHECK (state IN ('new', 'paid'));
