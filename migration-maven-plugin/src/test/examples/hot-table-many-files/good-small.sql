--@ rows customers 200
--@ history
CREATE TABLE customers (id bigint PRIMARY KEY, name text);
--@ migration 002
ALTER TABLE customers ADD COLUMN extra_1 text;
--@ migration 003
ALTER TABLE customers ADD COLUMN extra_2 text;
--@ migration 004
ALTER TABLE customers ADD COLUMN extra_3 text;
--@ migration 005
ALTER TABLE customers ADD COLUMN extra_4 text;
