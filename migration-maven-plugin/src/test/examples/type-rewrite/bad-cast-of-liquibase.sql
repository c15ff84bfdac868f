--@ also change-type
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, visits INTEGER);
--@ migration 002
ALTER TABLE public.users ALTER COLUMN visits TYPE BIGINT USING (visits::BIGINT);
