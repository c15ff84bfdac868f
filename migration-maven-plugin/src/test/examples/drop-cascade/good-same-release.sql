CREATE TABLE import_rows (id bigint PRIMARY KEY);
CREATE VIEW import_ids AS SELECT id FROM import_rows;
DROP TABLE import_rows CASCADE;
