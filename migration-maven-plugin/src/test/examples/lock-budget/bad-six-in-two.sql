--@ history
CREATE TABLE customers (id bigint PRIMARY KEY, name text);
--@ migration 002
ALTER TABLE customers ADD COLUMN extra_1 text;
ALTER TABLE customers ADD COLUMN extra_2 text;
ALTER TABLE customers ADD COLUMN extra_3 text;
--@ migration 003
ALTER TABLE customers ADD COLUMN extra_4 text;
ALTER TABLE customers ADD COLUMN extra_5 text;
ALTER TABLE customers ADD COLUMN extra_6 text;
