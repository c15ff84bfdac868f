--@ product sqlite
--@ versions 3.22 3.45
--@ rows message 31000
--@ history
CREATE TABLE message (id INTEGER PRIMARY KEY, txt TEXT NOT NULL, folder TEXT, junk TEXT);
--@ migration 14
--@ danger version-gate: RENAME COLUMN exists from 3.25 on
--@ danger rename-column: the queries of the installed app say txt
ALTER TABLE message RENAME COLUMN txt TO body;
--@ migration 15
--@ danger version-gate: DROP COLUMN exists from 3.35 on
--@ danger drop-column: its values are gone
ALTER TABLE message DROP COLUMN junk;
--@ migration 16
--@ danger version-gate: STRICT exists from 3.37 on
CREATE TABLE draft (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
--@ migration 17
CREATE TABLE setting (name TEXT PRIMARY KEY NOT NULL, value TEXT);
--@ danger version-gate: ON CONFLICT DO UPDATE exists from 3.24 on
INSERT INTO setting (name, value) VALUES ('theme', 'dark') ON CONFLICT (name) DO UPDATE SET value = excluded.value;
