--@ also change-type
--@ history
CREATE TABLE orders (id bigint PRIMARY KEY, quantity smallint, note varchar(10));
--@ migration 002
ALTER TABLE orders ALTER COLUMN note TYPE varchar(20), ALTER COLUMN quantity TYPE integer;
