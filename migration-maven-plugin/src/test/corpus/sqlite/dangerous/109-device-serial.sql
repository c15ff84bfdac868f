--@ product sqlite
--@ versions 3.40 3.54
--@ rows devices 26000
--@ history
CREATE TABLE devices (
  id            INTEGER PRIMARY KEY,
  mac           TEXT NOT NULL,
  pairing_state TEXT NOT NULL DEFAULT 'new'
);
--@ migration 022
-- gateway firmware 7: devices are known by their serial number
--@ danger addcol-pk-unique: ADD COLUMN with UNIQUE is always refused
ALTER TABLE devices ADD COLUMN serial TEXT UNIQUE;
-- those without a serial have to pair again
--@ danger dml-no-where: the condition was forgotten, every device falls off the gateway and its state is gone
UPDATE devices SET pairing_state = 'unpaired';
--@ down
--@ danger dml-no-where: one value for all instead of what they had
UPDATE devices SET pairing_state = 'paired';
--@ danger drop-column-used: a UNIQUE column cannot be dropped
ALTER TABLE devices DROP COLUMN serial;
