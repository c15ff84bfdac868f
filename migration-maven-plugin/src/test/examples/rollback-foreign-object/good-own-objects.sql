--@ migration 001
CREATE TABLE invoice (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, number text NOT NULL);
CREATE INDEX invoice_number_idx ON invoice (number);
CREATE SEQUENCE invoice_number;
--@ down
DROP SEQUENCE invoice_number;
DROP INDEX IF EXISTS invoice_number_idx;
DROP TABLE "invoice";
