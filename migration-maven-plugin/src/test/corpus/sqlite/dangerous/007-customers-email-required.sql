--@ product sqlite
--@ rows customers 31000
--@ rows addresses 40000
--@ history
CREATE TABLE customers (
  id    INTEGER PRIMARY KEY,
  name  TEXT NOT NULL,
  email TEXT
);
CREATE TABLE addresses (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  street      TEXT,
  city        TEXT
);
CREATE INDEX addresses_customer ON addresses (customer_id);
--@ migration 2024.11.2 transactional=false
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
CREATE TABLE "customers__new" (
  id    INTEGER PRIMARY KEY,
  name  TEXT NOT NULL,
  email TEXT NOT NULL DEFAULT ''
);
INSERT INTO "customers__new" (id, name, email)
  SELECT id, name, coalesce(email, '') FROM customers;
--@ danger rebuild-fk-on: DROP TABLE deletes the rows first, ON DELETE CASCADE then empties addresses without any error
DROP TABLE customers;
ALTER TABLE "customers__new" RENAME TO customers;
PRAGMA foreign_key_check;
COMMIT;
