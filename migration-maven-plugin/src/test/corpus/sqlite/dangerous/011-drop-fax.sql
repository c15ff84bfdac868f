--@ product sqlite
--@ rows contacts 66000
--@ history
CREATE TABLE contacts (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,
  fax         TEXT,
  external_no TEXT UNIQUE,
  phone       TEXT
);
CREATE INDEX idx_contacts_fax ON contacts (fax) WHERE fax IS NOT NULL;
CREATE INDEX idx_contacts_phone ON contacts (phone);
--@ migration 040
-- CRM-77: nobody has a fax any more; external_no was for the importer of 2019
--@ danger drop-column-used: idx_contacts_fax still uses the column, SQLite refuses
ALTER TABLE contacts DROP COLUMN fax;
--@ danger drop-column-used: a UNIQUE column cannot be dropped at all
ALTER TABLE contacts DROP COLUMN external_no;
