--@ also type-rewrite
--@ history
CREATE TABLE orders (id bigint PRIMARY KEY, placed timestamp);
--@ migration 002
ALTER TABLE orders ALTER COLUMN placed TYPE timestamptz USING placed AT TIME ZONE 'UTC';
