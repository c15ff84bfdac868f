--@ versions 14 18
--@ rows country 200
--@ history
CREATE TABLE country (iso char(2) PRIMARY KEY, name text NOT NULL, phone_code text);
--@ migration 11
SET LOCAL lock_timeout = '2s';
CREATE INDEX country_phone_code_idx ON country (phone_code);
ALTER TABLE country ADD CONSTRAINT country_name_uq UNIQUE (name);
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE country DROP CONSTRAINT country_name_uq;
DROP INDEX country_phone_code_idx;
