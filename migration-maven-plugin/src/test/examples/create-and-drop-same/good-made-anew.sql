--@ history
CREATE VIEW names AS SELECT id, name FROM customers;
--@ migration 002
DROP VIEW names;
CREATE VIEW names AS SELECT id, name, email FROM customers;
