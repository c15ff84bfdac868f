--@ migration 001
CREATE TABLE invoice (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, number text NOT NULL);
CREATE INDEX invoice_number_idx ON invoice (number);
--@ down
DROP INDEX customer_number_idx;
DROP TABLE invoice;
