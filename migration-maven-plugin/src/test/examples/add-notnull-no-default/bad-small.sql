--@ rows currencies 40
ALTER TABLE currencies ADD COLUMN symbol text NOT NULL;
