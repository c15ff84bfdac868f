--@ also type-rewrite
--@ history
CREATE TABLE orders (id bigint PRIMARY KEY, paid varchar(1));
--@ migration 002
ALTER TABLE orders ALTER COLUMN paid TYPE boolean USING paid = 'Y';
