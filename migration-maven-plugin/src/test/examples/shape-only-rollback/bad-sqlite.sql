--@ product sqlite
--@ also drop-table
DROP TABLE fax;
--@ down
CREATE TABLE fax (id INTEGER PRIMARY KEY, number TEXT);
