--@ versions 13 18
--@ rows payout 7400000
--@ history
CREATE DOMAIN iban AS text;
CREATE TABLE payout (
    id          bigint PRIMARY KEY,
    target      iban NOT NULL,
    requested_at timestamptz NOT NULL
);
--@ migration 2025_03_11_iban_format
SET LOCAL lock_timeout = '3s';
--@ danger domain-constraint: every table with a column of the domain is read under lock; no NOT VALID
ALTER DOMAIN iban ADD CONSTRAINT iban_shape CHECK (VALUE ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$');
--@ migration 2025_03_11_not_in_future
SET LOCAL lock_timeout = '3s';
--@ danger volatile-check: depends on the clock of the moment, a row accepted once may be refused at restore
ALTER TABLE payout ADD CONSTRAINT payout_not_future CHECK (requested_at <= clock_timestamp()) NOT VALID;
