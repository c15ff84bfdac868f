--@ migration 002 transactional=false
CREATE UNIQUE INDEX CONCURRENTLY users_pkey_idx ON users (id);
--@ migration 003
ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_pkey_idx;
