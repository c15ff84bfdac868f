CREATE TABLE items (id INTEGER PRIMARY KEY, a TEXT, c TEXT);
CREATE INDEX items_a ON items (a);
--@ migration 002
DROP INDEX items_a;
ALTER TABLE items DROP COLUMN a;
