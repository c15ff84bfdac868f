--@ product sqlite
--@ versions 3.40 3.54
--@ rows suppliers 800
--@ history
CREATE TABLE suppliers (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);
--@ migration 008
-- BUY-19: VAT numbers, entered by hand over the next weeks
ALTER TABLE suppliers ADD COLUMN vat_no TEXT;
CREATE INDEX IF NOT EXISTS ix_suppliers_vat_no
    ON suppliers (vat_no) WHERE vat_no IS NOT NULL;
--@ down
DROP INDEX IF EXISTS ix_suppliers_vat_no;
ALTER TABLE suppliers DROP COLUMN vat_no;
