--@ history
CREATE TABLE users (id bigint PRIMARY KEY, status text NOT NULL DEFAULT 'new');
--@ migration 002
alter table users alter status set default 'active';
