--@ history
CREATE TABLE nodes (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES nodes (id), name TEXT);
CREATE INDEX nodes_parent ON nodes (parent_id);
--@ migration 002 transactional=false
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE nodes_new (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES nodes (id), name TEXT NOT NULL DEFAULT '');
INSERT INTO nodes_new (id, parent_id, name) SELECT id, parent_id, coalesce(name, '') FROM nodes;
DROP TABLE nodes;
ALTER TABLE nodes_new RENAME TO nodes;
CREATE INDEX nodes_parent ON nodes (parent_id);
PRAGMA foreign_key_check;
COMMIT;
PRAGMA foreign_keys = ON;
