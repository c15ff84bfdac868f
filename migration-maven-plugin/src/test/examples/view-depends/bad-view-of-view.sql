--@ history
CREATE TABLE customers (id bigint PRIMARY KEY, name text);
CREATE VIEW names AS SELECT id, name FROM customers;
CREATE MATERIALIZED VIEW long_names AS SELECT id FROM names WHERE length(name) > 20;
--@ migration 002
DROP VIEW names;
--@ also drop-view-func-type-seq
