--@ rows users 7000000
--@ also drop-notnull
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, phone text NOT NULL);
--@ migration 002
SET LOCAL lock_timeout = '2s';
ALTER TABLE users ALTER COLUMN phone DROP NOT NULL;
--@ down
SET LOCAL lock_timeout = '2s';
alter table only users alter phone set not null;
