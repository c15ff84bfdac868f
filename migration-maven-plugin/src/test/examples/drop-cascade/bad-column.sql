--@ also drop-column
ALTER TABLE users DROP COLUMN status CASCADE;
