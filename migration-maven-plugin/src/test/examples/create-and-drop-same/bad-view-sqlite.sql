--@ product sqlite
CREATE VIEW names AS SELECT id, name FROM customers;
DROP VIEW IF EXISTS names;
