--@ history
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50), nickname varchar(20));
--@ migration 002
ALTER TABLE public.users ALTER COLUMN name TYPE VARCHAR(100) USING (name::VARCHAR(100));
ALTER TABLE public.users ALTER COLUMN "nickname" TYPE TEXT USING ("nickname"::TEXT);
