--@ history
CREATE TABLE owners (id INTEGER PRIMARY KEY, name TEXT NOT NULL, street TEXT NOT NULL, town TEXT NOT NULL);
--@ migration 002
ALTER TABLE owners ADD COLUMN active INTEGER NOT NULL DEFAULT 0 CHECK (active IN (0, 1));
--@ down
ALTER TABLE owners DROP COLUMN active;
