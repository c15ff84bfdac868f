--@ also change-type narrow-type
ALTER TABLE orders ALTER COLUMN id SET DATA TYPE bigint;
