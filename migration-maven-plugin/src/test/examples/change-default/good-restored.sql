--@ history
CREATE TABLE users (id bigint PRIMARY KEY, status text NOT NULL DEFAULT 'new');
--@ migration 002
ALTER TABLE users ALTER COLUMN status SET DEFAULT 'active';
--@ down
ALTER TABLE users ALTER COLUMN status SET DEFAULT 'new';
