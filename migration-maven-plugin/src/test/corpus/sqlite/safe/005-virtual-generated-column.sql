--@ product sqlite
--@ versions 3.40 3.54
--@ rows invoices 9000
--@ history
CREATE TABLE invoices (
  id        INTEGER PRIMARY KEY,
  net_cents INTEGER NOT NULL,
  vat_cents INTEGER NOT NULL
);
--@ migration 024
-- VIRTUAL, since STORED cannot be added to a table with rows
ALTER TABLE invoices
  ADD COLUMN gross_cents INTEGER GENERATED ALWAYS AS (net_cents + vat_cents) VIRTUAL;
CREATE INDEX ix_invoices_gross ON invoices (gross_cents);
--@ down
DROP INDEX ix_invoices_gross;
ALTER TABLE invoices DROP COLUMN gross_cents;
