--@ versions 14 18
--@ rows people 12000000
--@ rows companies 600000
--@ history
CREATE DOMAIN email_address AS text;
CREATE DOMAIN positive_int AS integer CHECK (VALUE > 0);
CREATE TABLE people (id bigint PRIMARY KEY, email email_address);
CREATE TABLE companies (id bigint PRIMARY KEY, contact email_address);
--@ migration 9
SET LOCAL lock_timeout = '2s';
--@ danger domain-constraint: every table using the domain is locked and scanned
ALTER DOMAIN email_address ADD CONSTRAINT email_address_has_at CHECK (VALUE ~ '@');
--@ danger domain-constraint: adding a column of a constrained domain rewrites companies even without a default
ALTER TABLE companies ADD COLUMN headcount positive_int;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE companies DROP COLUMN headcount;
ALTER DOMAIN email_address DROP CONSTRAINT email_address_has_at;
