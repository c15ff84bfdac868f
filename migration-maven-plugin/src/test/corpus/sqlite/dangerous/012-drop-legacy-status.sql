--@ product sqlite
--@ versions 3.40 3.54
--@ rows shipments 98000
--@ history
CREATE TABLE shipments (
  id            INTEGER PRIMARY KEY,
  state         TEXT NOT NULL DEFAULT 'new',
  legacy_status INTEGER,
  weight_g      INTEGER,
  weight_max_g  INTEGER,
  CHECK (weight_g <= weight_max_g)
);
CREATE VIEW v_open_shipments AS
  SELECT id, state, legacy_status FROM shipments WHERE state <> 'done';
--@ migration 023
ALTER TABLE shipments ADD COLUMN carrier TEXT;
--@ danger drop-column-used: the view v_open_shipments selects it, the statement fails
ALTER TABLE shipments DROP COLUMN legacy_status;
--@ danger drop-column-used: named in the table's CHECK, which DROP COLUMN does not take along
ALTER TABLE "shipments" DROP COLUMN "weight_max_g";
CREATE INDEX ix_shipments_carrier ON shipments (carrier);
