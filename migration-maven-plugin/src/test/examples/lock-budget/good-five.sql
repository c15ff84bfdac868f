--@ history
CREATE TABLE customers (id bigint PRIMARY KEY, name text);
--@ migration 002
ALTER TABLE customers ADD COLUMN extra_1 text;
ALTER TABLE customers ADD COLUMN extra_2 text;
--@ migration 003
ALTER TABLE customers ADD COLUMN extra_3 text;
ALTER TABLE customers ADD COLUMN extra_4 text;
--@ migration 004 transactional=false
CREATE INDEX CONCURRENTLY customers_name_idx ON customers (name);
