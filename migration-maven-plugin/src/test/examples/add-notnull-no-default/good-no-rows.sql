--@ rows audit 0
ALTER TABLE audit ADD COLUMN actor text NOT NULL;
