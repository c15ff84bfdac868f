--@ product sqlite
--@ versions 3.40 3.54
--@ rows categories 40
--@ rows products 31000
--@ history
PRAGMA foreign_keys = ON;
CREATE TABLE categories (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  icon TEXT
);
CREATE TABLE products (
  id          INTEGER PRIMARY KEY,
  category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE CASCADE,
  sku         TEXT    NOT NULL
);
CREATE INDEX ix_products_category ON products (category_id);
--@ migration 055
-- POS-881: two categories get new names and icons. The checks are off for a moment so that the products stay.
--@ danger pragma-fk-in-tx: a no-op inside the runner's transaction, the keys stay on
PRAGMA foreign_keys = OFF;

--@ danger replace-instead-of-upsert: delete and insert instead of an UPDATE; the cascade takes every product of both categories
DELETE FROM categories WHERE id IN (17, 18);
INSERT INTO categories (id, name, icon) VALUES
  (17, 'Hot drinks', 'mug'),
  (18, 'Cold drinks', 'glass');

--@ danger pragma-fk-in-tx: a no-op as well
PRAGMA foreign_keys = ON;
--@ down
UPDATE categories SET name = 'Drinks (hot)',  icon = 'cup' WHERE id = 17;
UPDATE categories SET name = 'Drinks (cold)', icon = 'cup' WHERE id = 18;
