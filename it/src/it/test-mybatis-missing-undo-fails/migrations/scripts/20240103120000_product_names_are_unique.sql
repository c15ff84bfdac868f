-- // product names are unique
CREATE UNIQUE INDEX uq_product_name ON product (name);
