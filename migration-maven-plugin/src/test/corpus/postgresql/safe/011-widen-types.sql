--@ versions 14 18
--@ rows products 2400000
--@ history
CREATE TABLE products (
    id bigint PRIMARY KEY, sku varchar(40) NOT NULL, title varchar(200), price numeric(10,2) NOT NULL
);
CREATE INDEX products_title_idx ON products (title);
--@ migration 0043
SET LOCAL lock_timeout = '2s';
ALTER TABLE products
    ALTER COLUMN sku   TYPE varchar(64),      -- longer
    ALTER COLUMN title TYPE text,             -- no limit
    ALTER COLUMN price TYPE numeric(14,2);    -- same scale
