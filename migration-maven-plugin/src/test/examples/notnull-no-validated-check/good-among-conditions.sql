--@ history
CREATE TABLE users (id bigint PRIMARY KEY, email text);
ALTER TABLE users ADD CONSTRAINT email_present CHECK (((users.email IS NOT NULL) AND (length(email) > 3 OR email = 'x')));
--@ migration 002
ALTER TABLE ONLY public.users ALTER COLUMN email SET NOT NULL;
