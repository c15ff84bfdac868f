--@ product sqlite
--@ versions 3.35 3.54
--@ rows receipt 5000
--@ rows contact 1200
--@ history
CREATE TABLE receipt (id INTEGER PRIMARY KEY AUTOINCREMENT, total INTEGER NOT NULL);
CREATE TABLE contact (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
--@ migration 30
CREATE TABLE receipt_new (id INTEGER PRIMARY KEY, total INTEGER NOT NULL CHECK (total >= 0));
INSERT INTO receipt_new (id, total) SELECT id, total FROM receipt;
--@ danger autoincrement-lost: the row in sqlite_sequence goes too, numbers of deleted receipts are given out again
DROP TABLE receipt;
ALTER TABLE receipt_new RENAME TO receipt;
--@ migration 31
--@ danger rowid-alias-lost: INT instead of INTEGER is no alias of the rowid, new rows get a NULL id
CREATE TABLE contact_new (id INT PRIMARY KEY, name TEXT NOT NULL, mail TEXT);
INSERT INTO contact_new (id, name) SELECT id, name FROM contact;
DROP TABLE contact;
ALTER TABLE contact_new RENAME TO contact;
