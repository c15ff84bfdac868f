--@ also drop-column
--@ history
CREATE TABLE items (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE,
  price INTEGER CHECK (price > 0),
  lower_price INTEGER DEFAULT -1,
  owner_id INTEGER REFERENCES items (id),
  shop_id INTEGER,
  twice INTEGER AS (lower_price * 2),
  free TEXT,
  CHECK (lower_price < price),
  FOREIGN KEY (shop_id) REFERENCES items (id)
);
CREATE INDEX items_free ON items (free);
CREATE INDEX items_some ON items (code) WHERE owner_id > 1;
--@ migration 002
ALTER TABLE items DROP COLUMN code;
