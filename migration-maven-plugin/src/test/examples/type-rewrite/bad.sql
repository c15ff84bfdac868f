--@ also change-type
--@ history
CREATE TABLE orders (id integer PRIMARY KEY, note text);
--@ migration 002
ALTER TABLE orders ALTER COLUMN id TYPE bigint;
