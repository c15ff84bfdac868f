--@ product sqlite
--@ versions 3.35 3.54
--@ rows receipt 5000
--@ history
CREATE TABLE receipt (id INTEGER PRIMARY KEY AUTOINCREMENT, total INTEGER NOT NULL);
--@ migration 30
CREATE TABLE receipt_new (id INTEGER PRIMARY KEY AUTOINCREMENT, total INTEGER NOT NULL CHECK (total >= 0));
INSERT INTO receipt_new (id, total) SELECT id, total FROM receipt;
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'receipt') WHERE name = 'receipt_new';
DROP TABLE receipt;
ALTER TABLE receipt_new RENAME TO receipt;
