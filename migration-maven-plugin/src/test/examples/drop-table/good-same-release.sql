--@ migration 001
CREATE TABLE import_rows (id bigint PRIMARY KEY, line text);
--@ migration 002
DROP TABLE import_rows;
