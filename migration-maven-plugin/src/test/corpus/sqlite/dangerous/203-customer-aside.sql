--@ product sqlite
--@ versions 3.26 3.54
--@ rows customer 7300
--@ history
CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL, vat TEXT);
CREATE TABLE invoice (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT);
CREATE INDEX invoice_customer ON invoice (customer_id);
--@ migration 8 transactional=false
PRAGMA foreign_keys = OFF;
BEGIN;
--@ danger rename-rewrites-refs: invoice references customer_old from now on, a table that is dropped below
ALTER TABLE customer RENAME TO customer_old;
CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL, vat TEXT CHECK (length(vat) > 4));
INSERT INTO customer (id, name, vat) SELECT id, name, vat FROM customer_old;
--@ danger no-fk-check-after: foreign_key_check would have shown it, nobody asks before the commit
DROP TABLE customer_old;
COMMIT;
PRAGMA foreign_keys = ON;
