--@ history
CREATE TABLE users (id bigint, email text);
CREATE UNIQUE INDEX users_pkey_idx ON users (id);
ALTER TABLE users ADD CONSTRAINT users_id_not_null CHECK (id IS NOT NULL) NOT VALID;
--@ migration 002
ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_pkey_idx;
