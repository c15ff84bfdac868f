--@ product sqlite
--@ rows products 4200
--@ history
CREATE TABLE products (
  id         INTEGER PRIMARY KEY,
  sku        TEXT NOT NULL,
  name       TEXT NOT NULL,
  price      REAL,
  updated_at TEXT
);
CREATE UNIQUE INDEX ux_products_sku ON products (sku);
CREATE INDEX ix_products_name ON products (name COLLATE NOCASE);
CREATE TRIGGER products_touch AFTER UPDATE OF price ON products
BEGIN
  UPDATE products SET updated_at = datetime('now') WHERE id = NEW.id;
END;
--@ migration 021
-- price becomes whole cents and must not be negative
CREATE TABLE products_new (
  id          INTEGER PRIMARY KEY,
  sku         TEXT NOT NULL,
  name        TEXT NOT NULL,
  price_cents INTEGER CHECK (price_cents >= 0),
  updated_at  TEXT
);

INSERT INTO products_new (id, sku, name, price_cents, updated_at)
  SELECT id, sku, name, CAST(round(price * 100) AS INTEGER), updated_at FROM products;

--@ danger rebuild-incomplete: both indexes (one is the only guard of unique sku) and the trigger go with the old table and are not made again
DROP TABLE products;
ALTER TABLE products_new RENAME TO products;
