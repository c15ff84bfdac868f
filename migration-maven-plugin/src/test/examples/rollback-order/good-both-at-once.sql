--@ migration 001
CREATE TABLE parent (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE child (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, parent_id bigint NOT NULL REFERENCES parent (id) ON DELETE RESTRICT);
CREATE INDEX child_parent_idx ON child (parent_id);
--@ down
DROP TABLE parent, child;
