--@ product sqlite
--@ also data-in-migration
--@ migration 001
ALTER TABLE customer ADD COLUMN nickname TEXT;
--@ down
CREATE TABLE customer_old (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO customer_old (id, name) SELECT id, name FROM customer;
DROP TABLE customer;
ALTER TABLE customer_old RENAME TO customer;
