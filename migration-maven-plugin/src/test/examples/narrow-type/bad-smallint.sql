--@ also type-rewrite
ALTER TABLE items ALTER COLUMN amount TYPE smallint;
