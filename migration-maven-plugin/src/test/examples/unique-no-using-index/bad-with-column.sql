--@ also add-unique-existing
ALTER TABLE IF EXISTS users ADD COLUMN IF NOT EXISTS handle varchar(40) UNIQUE;
