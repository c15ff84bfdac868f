--@ rows currencies 40
ALTER TABLE currencies ALTER COLUMN symbol SET NOT NULL;
