--@ product sqlite
--@ versions 3.40 3.54
--@ rows invoices 73000
--@ history
CREATE TABLE invoices (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  number    TEXT NOT NULL,
  net_cents INTEGER NOT NULL,
  vat_rate  INTEGER NOT NULL DEFAULT 19
);
--@ migration 031
-- The list of invoices sorts by gross amount, compute it in the database.
-- (MySQL has had it like this since release 5.)
--@ danger addcol-stored-generated: a STORED column can only be added to an empty table, VIRTUAL would do
ALTER TABLE invoices
  ADD COLUMN gross_cents INTEGER
  GENERATED ALWAYS AS (net_cents + net_cents * vat_rate / 100) STORED;

CREATE INDEX IF NOT EXISTS ix_invoices_gross ON invoices (gross_cents);
--@ down
DROP INDEX IF EXISTS ix_invoices_gross;
ALTER TABLE invoices DROP COLUMN gross_cents;
