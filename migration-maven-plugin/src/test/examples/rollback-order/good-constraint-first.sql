--@ migration 001
CREATE TABLE parent (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, best_child bigint);
CREATE TABLE child (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, parent_id bigint NOT NULL,
  CONSTRAINT child_of_parent FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE RESTRICT);
CREATE INDEX child_parent_idx ON child (parent_id);
--@ down
ALTER TABLE child DROP CONSTRAINT child_of_parent;
DROP TABLE parent;
DROP TABLE child;
