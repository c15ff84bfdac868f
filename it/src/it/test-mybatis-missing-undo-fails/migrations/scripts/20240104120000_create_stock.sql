-- // create stock
CREATE TABLE stock (
  product_id INTEGER NOT NULL PRIMARY KEY REFERENCES product (id),
  pieces INTEGER NOT NULL
);

-- //@UNDO
-- DROP TABLE stock;
