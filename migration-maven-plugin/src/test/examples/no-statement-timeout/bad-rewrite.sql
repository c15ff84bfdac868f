--@ also type-rewrite change-type notnull-no-validated-check set-notnull
--@ history
CREATE TABLE users (id integer PRIMARY KEY, email text);
--@ migration 002
ALTER TABLE users ALTER COLUMN id TYPE bigint;
