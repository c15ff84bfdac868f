--@ also add-notnull-no-default
ALTER TABLE users ADD COLUMN code text PRIMARY KEY;
