--@ also drop-table
--@ migration 001
DROP TABLE fax;
--@ down
CREATE TABLE fax (id bigint PRIMARY KEY, number text);
INSERT INTO fax (id, number) SELECT id, number FROM fax_kept;
