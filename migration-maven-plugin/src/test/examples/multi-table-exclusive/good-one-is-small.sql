--@ rows currencies 40
ALTER TABLE orders ADD COLUMN note text;
ALTER TABLE currencies ADD COLUMN note text;
