--@ also drop-table seed-in-rollback
--@ migration 001
DROP TABLE fax;
--@ down
CREATE TABLE fax (id bigint PRIMARY KEY, number text);
INSERT INTO fax (id, number) VALUES (1, '555');
