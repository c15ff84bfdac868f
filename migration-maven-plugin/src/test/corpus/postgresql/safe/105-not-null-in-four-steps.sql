--@ versions 13 17
--@ rows iban_mandate 13000000
--@ history
CREATE TABLE iban_mandate (
    id bigint PRIMARY KEY,
    signed_on date
);
--@ migration 88a
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
ALTER TABLE iban_mandate ADD CONSTRAINT iban_mandate_signed_nn CHECK (signed_on IS NOT NULL) NOT VALID;
--@ down
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
ALTER TABLE iban_mandate DROP CONSTRAINT IF EXISTS iban_mandate_signed_nn;
--@ migration 88b
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '1h';
ALTER TABLE iban_mandate VALIDATE CONSTRAINT iban_mandate_signed_nn;
--@ migration 88c
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
ALTER TABLE iban_mandate ALTER COLUMN signed_on SET NOT NULL;
--@ down
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
ALTER TABLE iban_mandate ALTER COLUMN signed_on DROP NOT NULL;
--@ migration 88d
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
ALTER TABLE iban_mandate DROP CONSTRAINT iban_mandate_signed_nn;
