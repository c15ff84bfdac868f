--@ product sqlite
--@ versions 3.40 3.54
--@ rows customers 900
--@ rows orders 2400
--@ rows order_lines 7000
--@ history
CREATE TABLE customers (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);
CREATE TABLE orders (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE RESTRICT,
  state       TEXT    NOT NULL,
  placed_on   TEXT    NOT NULL
);
CREATE INDEX ix_orders_customer ON orders (customer_id);
CREATE TABLE order_lines (
  id       INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  sku      TEXT    NOT NULL
);
CREATE INDEX ix_order_lines_order ON order_lines (order_id);
CREATE VIEW v_open_orders AS SELECT id, customer_id, placed_on FROM orders WHERE state = 'open';
--@ migration 017 transactional=false
-- A default for the state; the steps of https://www.sqlite.org/lang_altertable.html, in their order
PRAGMA busy_timeout = 5000;
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
CREATE TABLE orders_new (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE RESTRICT,
  state       TEXT    NOT NULL DEFAULT 'open',
  placed_on   TEXT    NOT NULL
);
INSERT INTO orders_new (id, customer_id, state, placed_on)
SELECT id, customer_id, state, placed_on FROM orders;
-- stops here, on the CHECK, if a row is missing
CREATE TEMP TABLE copy_guard (same INTEGER PRIMARY KEY CHECK (same = 1));
INSERT INTO copy_guard (same)
SELECT (SELECT count(*) FROM orders) = (SELECT count(*) FROM orders_new);
DROP TABLE temp.copy_guard;
DROP VIEW v_open_orders;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
CREATE INDEX ix_orders_customer ON orders (customer_id);
CREATE VIEW v_open_orders AS SELECT id, customer_id, placed_on FROM orders WHERE state = 'open';
PRAGMA foreign_key_check;
COMMIT;
PRAGMA foreign_keys = ON;
--@ down
PRAGMA busy_timeout = 5000;
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
CREATE TABLE orders_new (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE RESTRICT,
  state       TEXT    NOT NULL,
  placed_on   TEXT    NOT NULL
);
INSERT INTO orders_new (id, customer_id, state, placed_on)
SELECT id, customer_id, state, placed_on FROM orders;
CREATE TEMP TABLE copy_guard (same INTEGER PRIMARY KEY CHECK (same = 1));
INSERT INTO copy_guard (same)
SELECT (SELECT count(*) FROM orders) = (SELECT count(*) FROM orders_new);
DROP TABLE temp.copy_guard;
DROP VIEW v_open_orders;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
CREATE INDEX ix_orders_customer ON orders (customer_id);
CREATE VIEW v_open_orders AS SELECT id, customer_id, placed_on FROM orders WHERE state = 'open';
PRAGMA foreign_key_check;
COMMIT;
PRAGMA foreign_keys = ON;
