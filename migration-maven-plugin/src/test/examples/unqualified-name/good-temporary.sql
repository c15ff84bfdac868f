CREATE TEMPORARY TABLE scratch (id bigint PRIMARY KEY);
ALTER TABLE scratch ADD COLUMN note text;
