--@ product sqlite
--@ versions 3.22 3.39
--@ rows contacts 900
--@ history
CREATE TABLE contacts (
  id    INTEGER PRIMARY KEY,
  name  TEXT NOT NULL,
  phone TEXT
);
CREATE TABLE meta (
  k TEXT PRIMARY KEY,
  v TEXT
) WITHOUT ROWID;
CREATE TABLE dial_codes (
  contact_id INTEGER PRIMARY KEY,
  prefix     TEXT NOT NULL
);
--@ migration 16
-- minSdk 28 (SQLite 3.22 on the device)
--@ danger version-gate: RENAME COLUMN came with 3.25
--@ danger rename-column: the widget process of the installed release still reads phone
ALTER TABLE contacts RENAME COLUMN phone TO phone_raw;
ALTER TABLE contacts ADD COLUMN phone_e164 TEXT;
--@ danger version-gate: UPDATE FROM came with 3.33
UPDATE contacts
SET phone_e164 = d.prefix || substr(contacts.phone_raw, 2)
FROM dial_codes AS d
WHERE d.contact_id = contacts.id;
--@ danger version-gate: ON CONFLICT DO UPDATE came with 3.24
INSERT INTO meta (k, v) VALUES ('phone_format', 'e164')
ON CONFLICT (k) DO UPDATE SET v = excluded.v;
--@ down
DELETE FROM meta WHERE k = 'phone_format';
--@ danger version-gate: DROP COLUMN came with 3.35
ALTER TABLE contacts DROP COLUMN phone_e164;
--@ danger version-gate: RENAME COLUMN came with 3.25
ALTER TABLE contacts RENAME COLUMN phone_raw TO phone;
