--@ history
CREATE TABLE customers (id bigint PRIMARY KEY, phone text);
--@ migration 002
ALTER TABLE public.customers ADD COLUMN phone text;
