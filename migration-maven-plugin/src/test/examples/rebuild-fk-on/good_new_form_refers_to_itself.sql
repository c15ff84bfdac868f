--@ history
CREATE TABLE nodes (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES nodes (id));
CREATE INDEX nodes_parent ON nodes (parent_id);
--@ migration 002
CREATE TABLE nodes_new (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES nodes_new (id), name TEXT);
INSERT INTO nodes_new (id, parent_id) SELECT id, parent_id FROM nodes;
DROP TABLE nodes;
ALTER TABLE nodes_new RENAME TO nodes;
CREATE INDEX nodes_parent ON nodes (parent_id);
