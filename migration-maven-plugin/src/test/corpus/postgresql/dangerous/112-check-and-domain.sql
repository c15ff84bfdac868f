--@ versions 13 18
--@ rows bank.transfer 210000000
--@ history
CREATE SCHEMA bank;
CREATE DOMAIN bank.currency_code AS char(3);
CREATE TABLE bank.transfer (
    id       bigint PRIMARY KEY,
    amount   numeric(18,2) NOT NULL,
    currency bank.currency_code NOT NULL
);
--@ migration R24.2-01
SET LOCAL lock_timeout = '1500ms';
--@ danger check-no-not-valid: 210 million rows are read under ACCESS EXCLUSIVE
ALTER TABLE bank.transfer ADD CONSTRAINT transfer_amount_positive CHECK (amount > 0);
--@ migration R24.2-02
SET LOCAL lock_timeout = '1500ms';
--@ danger domain-constraint: every table with a column of this domain is scanned and locked
ALTER DOMAIN bank.currency_code ADD CONSTRAINT currency_code_upper CHECK (VALUE = upper(VALUE));
