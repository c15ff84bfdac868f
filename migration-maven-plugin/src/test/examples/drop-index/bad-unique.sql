--@ history
CREATE TABLE customers (id bigint PRIMARY KEY, email text NOT NULL);
CREATE UNIQUE INDEX customers_mail ON customers (email);
--@ migration 002 transactional=false
DROP INDEX CONCURRENTLY customers_mail;
