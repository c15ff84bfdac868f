--@ also unique-no-using-index
ALTER TABLE users ADD COLUMN code text NOT NULL DEFAULT 'X' UNIQUE;
