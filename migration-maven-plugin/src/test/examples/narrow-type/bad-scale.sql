--@ also type-rewrite
--@ history
CREATE TABLE items (id bigint PRIMARY KEY, price numeric(10, 4));
--@ migration 002
ALTER TABLE items ALTER COLUMN price TYPE numeric(10, 2) USING round(price, 2);
