--@ rows currencies 40
ALTER TABLE currencies ADD COLUMN symbol text;
UPDATE currencies SET symbol = iso WHERE symbol IS NULL;
