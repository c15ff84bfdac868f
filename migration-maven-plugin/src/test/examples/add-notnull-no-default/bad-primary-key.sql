--@ also pk-no-using-index
ALTER TABLE visits ADD COLUMN id uuid PRIMARY KEY;
