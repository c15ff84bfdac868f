--@ also type-rewrite
--@ history
CREATE TABLE visits (id bigint PRIMARY KEY, seen timestamptz);
--@ migration 002
ALTER TABLE visits ALTER COLUMN seen TYPE date;
