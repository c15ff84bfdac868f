--@ migration 001
CREATE TABLE parent (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE child (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, parent_id bigint NOT NULL REFERENCES parent (id) ON DELETE RESTRICT);
CREATE INDEX child_parent_idx ON child (parent_id);
CREATE VIEW pairs AS SELECT parent.id, child.id AS child_id FROM parent JOIN child ON child.parent_id = parent.id;
--@ down
DROP VIEW pairs;
DROP INDEX child_parent_idx;
DROP TABLE child;
DROP TABLE parent;
