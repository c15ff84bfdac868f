--@ product sqlite
--@ versions 3.40 3.54
--@ rows shipments 6100
--@ history
PRAGMA foreign_keys = ON;
CREATE TABLE shipments (
  id       INTEGER PRIMARY KEY,
  weight_g INTEGER NOT NULL,
  sent_on  TEXT
);
--@ migration 040
CREATE TABLE carriers (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);
INSERT INTO carriers (id, name) VALUES (1, 'Post'), (2, 'Courier');

-- everything so far went by post
--@ danger addcol-fk-default: with foreign keys on a REFERENCES column must default to NULL, refused on a filled table
ALTER TABLE shipments ADD COLUMN carrier_id INTEGER NOT NULL DEFAULT 1 REFERENCES carriers (id) ON DELETE RESTRICT;
CREATE INDEX ix_shipments_carrier ON shipments (carrier_id);
--@ danger addcol-stored-generated: STORED cannot be added to a table with rows
ALTER TABLE shipments ADD COLUMN weight_kg REAL GENERATED ALWAYS AS (weight_g / 1000.0) STORED;
--@ down
CREATE TABLE shipments_back (
  id       INTEGER PRIMARY KEY,
  weight_g INTEGER NOT NULL,
  sent_on  TEXT
);
INSERT INTO shipments_back (id, weight_g, sent_on) SELECT id, weight_g, sent_on FROM shipments;
DROP TABLE shipments;
ALTER TABLE shipments_back RENAME TO shipments;
DROP TABLE carriers;
