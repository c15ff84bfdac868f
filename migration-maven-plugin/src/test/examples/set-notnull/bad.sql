--@ also notnull-no-validated-check
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
