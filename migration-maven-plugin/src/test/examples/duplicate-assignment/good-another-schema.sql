--@ history
CREATE TABLE customers (id bigint PRIMARY KEY, phone text);
CREATE TABLE tenant.customers (id bigint PRIMARY KEY);
--@ migration 002
ALTER TABLE tenant.customers ADD COLUMN phone text;
--@ migration 003
ALTER TABLE tenant_b.customers ADD COLUMN phone text;
