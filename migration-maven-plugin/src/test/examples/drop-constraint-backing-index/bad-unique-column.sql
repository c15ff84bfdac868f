--@ also drop-index drop-index-not-concurrent
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE);
--@ migration 002
drop index if exists public.users_email_key;
