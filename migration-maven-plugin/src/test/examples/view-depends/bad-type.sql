--@ history
CREATE TABLE customers (id bigint PRIMARY KEY, name text, code varchar(10), note text);
CREATE VIEW names AS SELECT id, name, code FROM customers;
--@ migration 002
ALTER TABLE public.customers ALTER COLUMN "code" TYPE varchar(20);
