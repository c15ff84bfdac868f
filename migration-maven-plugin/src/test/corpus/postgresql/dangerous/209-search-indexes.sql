--@ versions 13 18
--@ rows product 3100000
--@ history
CREATE TABLE product (
    id bigint PRIMARY KEY,
    title text NOT NULL,
    attributes jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX product_title_lower ON product (lower(title));
CREATE INDEX product_attr_old ON product USING gin (attributes);
--@ migration 1001
SET LOCAL lock_timeout = '2s';
--@ danger index-not-concurrent: writes to product wait for the whole GIN build
CREATE INDEX product_attr_path ON product USING gin (attributes jsonb_path_ops);
--@ migration 1002
--@ danger concurrently-in-tx: refused inside a transaction block
CREATE INDEX CONCURRENTLY product_title_id ON product (title, id);
--@ migration 1003
SET LOCAL lock_timeout = '2s';
--@ danger reindex-not-concurrent: writes wait, and readers that would plan with the index
REINDEX INDEX product_title_lower;
--@ migration 1004
SET LOCAL lock_timeout = '2s';
--@ danger drop-index-not-concurrent: ACCESS EXCLUSIVE on product
DROP INDEX product_attr_old;
