--@ product sqlite
CREATE TABLE customers_backup AS SELECT * FROM customers;
DROP TABLE customers;
--@ also drop-table
