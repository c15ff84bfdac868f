--@ versions 13 18
--@ rows payout 7400000
--@ history
CREATE DOMAIN iban AS text;
CREATE TABLE payout (id bigint PRIMARY KEY, target iban NOT NULL);
--@ migration 2025_03_11_a
-- not "VALIDATE" yet: a DROP TABLE or UPDATE payout SET target = NULL is what this guards against
SET LOCAL lock_timeout = '3s';
ALTER DOMAIN iban ADD CONSTRAINT iban_shape CHECK (VALUE ~ '^[A-Z]{2}[0-9]{2}') NOT VALID;
--@ down
SET LOCAL lock_timeout = '3s';
ALTER DOMAIN iban DROP CONSTRAINT iban_shape;
