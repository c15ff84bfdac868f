CREATE TABLE parts (id bigint PRIMARY KEY, whole_id bigint NOT NULL);
CREATE INDEX parts_whole_idx ON parts (whole_id);
