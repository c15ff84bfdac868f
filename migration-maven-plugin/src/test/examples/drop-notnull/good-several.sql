--@ history
CREATE TABLE users (id bigint PRIMARY KEY, a text NOT NULL, b text NOT NULL);
--@ migration 002
ALTER TABLE users ALTER COLUMN a DROP NOT NULL, ALTER b DROP NOT NULL;
--@ down
UPDATE users SET a = coalesce(a, ''), b = coalesce(b, '');
ALTER TABLE users ALTER COLUMN a SET NOT NULL, ALTER b SET NOT NULL;
