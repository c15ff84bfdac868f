--@ product sqlite
--@ versions 3.35 3.54
--@ rows device 15000
--@ history
-- the application opens every connection with PRAGMA foreign_keys = ON
CREATE TABLE site (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO site (id, name) VALUES (1, 'HQ');
CREATE TABLE device (id INTEGER PRIMARY KEY, serial TEXT NOT NULL, volts REAL, amps REAL);
--@ migration 51
--@ danger addcol-notnull: NOT NULL without a default, refused when there are rows
ALTER TABLE device ADD COLUMN vendor TEXT NOT NULL;
--@ migration 52
--@ danger addcol-nonconst-default: CURRENT_TIMESTAMP is no constant, refused when there are rows
ALTER TABLE device ADD COLUMN seen_at TEXT DEFAULT CURRENT_TIMESTAMP;
--@ migration 53
--@ danger addcol-stored-generated: only VIRTUAL columns can be added to a filled table
ALTER TABLE device ADD COLUMN watts REAL GENERATED ALWAYS AS (volts * amps) STORED;
--@ migration 54
--@ danger addcol-fk-default: with foreign keys on, a REFERENCES column must default to NULL
ALTER TABLE device ADD COLUMN site_id INTEGER DEFAULT 1 REFERENCES site (id) ON DELETE SET NULL;
--@ migration 55
--@ danger addcol-pk-unique: UNIQUE is always refused in ADD COLUMN
ALTER TABLE device ADD COLUMN asset_tag TEXT UNIQUE;
