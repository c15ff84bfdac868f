-- // create product
CREATE TABLE product (
  id INTEGER NOT NULL PRIMARY KEY,
  name VARCHAR(80) NOT NULL,
  price ${price_type} NOT NULL
);

-- //@UNDO
DROP TABLE product;
