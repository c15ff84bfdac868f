--@ versions 14 18
--@ history
CREATE SCHEMA billing_old;
CREATE TABLE billing_old.invoice (id bigint PRIMARY KEY, pdf bytea);
CREATE TABLE billing_old.invoice_line (id bigint PRIMARY KEY, invoice_id bigint NOT NULL);
CREATE FUNCTION billing_old.next_no() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) + 1 FROM billing_old.invoice';
--@ migration 12
-- finance moved to the SaaS in May
SET LOCAL lock_timeout = '2s';
--@ danger drop-schema-db: every table and function in it is gone
--@ danger cascade: whatever depends on it elsewhere goes too
drop schema if exists billing_old cascade;
