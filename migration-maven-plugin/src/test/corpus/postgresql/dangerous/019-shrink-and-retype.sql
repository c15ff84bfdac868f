--@ versions 14 18
--@ rows products 2400000
--@ history
CREATE TABLE products (
    id bigint PRIMARY KEY,
    sku varchar(64) NOT NULL,
    name text NOT NULL,
    price numeric(10,2) NOT NULL,
    attrs text
);
CREATE INDEX products_name_idx ON products (name);
--@ migration 0042
SET LOCAL lock_timeout = '2s';
--@ danger narrow-type: longer SKUs make it fail; rewrite under ACCESS EXCLUSIVE
ALTER TABLE products ALTER COLUMN sku TYPE varchar(20);
--@ danger type-rewrite: a changed numeric scale is not binary coercible
ALTER TABLE products ALTER COLUMN price SET DATA TYPE numeric(12,4);
--@ danger type-rewrite: changed collation rebuilds products_name_idx under ACCESS EXCLUSIVE
ALTER TABLE products ALTER COLUMN name TYPE text COLLATE "C";
--@ danger type-rewrite: USING expression, every row is rewritten and one malformed value aborts it
ALTER TABLE products ALTER COLUMN attrs TYPE jsonb USING attrs::jsonb;
