--@ product sqlite
--@ versions 3.35 3.54
--@ rows device 15000
--@ history
CREATE TABLE device (id INTEGER PRIMARY KEY, serial TEXT NOT NULL);
--@ migration 55
ALTER TABLE device ADD COLUMN asset_tag TEXT;
CREATE UNIQUE INDEX device_asset_tag ON device (asset_tag) WHERE asset_tag IS NOT NULL;
--@ down
DROP INDEX device_asset_tag;
ALTER TABLE device DROP COLUMN asset_tag;
