--@ product sqlite
--@ versions 3.40 3.54
--@ rows orders 180000
--@ history
CREATE TABLE orders (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL,
  total_cents INTEGER NOT NULL,
  placed_at   TEXT    NOT NULL
);
--@ migration 014
-- SHOP-2231: we start to sell in CHF, every order has a currency from now on
CREATE TABLE IF NOT EXISTS currencies (
  code   TEXT PRIMARY KEY,
  digits INTEGER NOT NULL DEFAULT 2
) WITHOUT ROWID;

INSERT INTO currencies (code, digits) VALUES ('EUR', 2), ('CHF', 2);

--@ danger addcol-notnull: NOT NULL without a default is refused as soon as orders holds a row; passes on the empty test database
ALTER TABLE orders ADD COLUMN currency TEXT NOT NULL;
--@ down
ALTER TABLE orders DROP COLUMN currency;
DROP TABLE currencies;
