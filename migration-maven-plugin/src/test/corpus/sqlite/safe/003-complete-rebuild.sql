--@ product sqlite
--@ versions 3.40 3.54
--@ rows customers 3000
--@ history
CREATE TABLE customers (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  email      TEXT,
  changed_at TEXT
);
CREATE UNIQUE INDEX ux_customers_email ON customers (email);
CREATE TRIGGER customers_changed AFTER UPDATE OF name ON customers
BEGIN
  UPDATE customers SET changed_at = datetime('now') WHERE id = NEW.id;
END;
CREATE TABLE addresses (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE
);
--@ migration 022 transactional=false
-- a default that is no constant cannot come with ADD COLUMN, hence the rebuild
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
CREATE TABLE customers_new (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  email      TEXT,
  changed_at TEXT DEFAULT (datetime('now'))
);
INSERT INTO customers_new (id, name, email, changed_at)
  SELECT id, name, email, changed_at FROM customers;
DROP TABLE customers;
ALTER TABLE customers_new RENAME TO customers;
CREATE UNIQUE INDEX ux_customers_email ON customers (email);
CREATE TRIGGER customers_changed AFTER UPDATE OF name ON customers
BEGIN
  UPDATE customers SET changed_at = datetime('now') WHERE id = NEW.id;
END;
PRAGMA foreign_key_check;
COMMIT;
PRAGMA foreign_keys = ON;
--@ down
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
CREATE TABLE customers_old (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT, changed_at TEXT);
INSERT INTO customers_old (id, name, email, changed_at) SELECT id, name, email, changed_at FROM customers;
DROP TABLE customers;
ALTER TABLE customers_old RENAME TO customers;
CREATE UNIQUE INDEX ux_customers_email ON customers (email);
CREATE TRIGGER customers_changed AFTER UPDATE OF name ON customers
BEGIN
  UPDATE customers SET changed_at = datetime('now') WHERE id = NEW.id;
END;
PRAGMA foreign_key_check;
COMMIT;
PRAGMA foreign_keys = ON;
