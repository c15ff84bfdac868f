--@ product sqlite
--@ versions 3.35 3.54
--@ rows device 15000
--@ history
CREATE TABLE site (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE device (id INTEGER PRIMARY KEY, serial TEXT NOT NULL, volts REAL, amps REAL);
--@ migration 51
ALTER TABLE device ADD COLUMN vendor TEXT NOT NULL DEFAULT 'UNIQUE NOT NULL';
--@ migration 52
ALTER TABLE device ADD COLUMN seen_at TEXT; -- not DEFAULT CURRENT_TIMESTAMP
--@ migration 53
ALTER TABLE device ADD COLUMN watts REAL GENERATED ALWAYS AS (volts * amps) VIRTUAL;
--@ migration 54
ALTER TABLE device ADD COLUMN site_id INTEGER REFERENCES site (id) ON DELETE SET NULL;
CREATE INDEX device_site ON device (site_id);
