--@ also rename-table
--@ migration 001
ALTER TABLE client RENAME TO customer;
CREATE VIEW client AS SELECT customer.id FROM customer;
--@ down
DROP VIEW client;
ALTER TABLE customer RENAME TO client;
