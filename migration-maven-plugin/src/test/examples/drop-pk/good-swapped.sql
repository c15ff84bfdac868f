--@ migration 001 transactional=false
CREATE UNIQUE INDEX CONCURRENTLY users_big_idx ON users (big_id);
--@ migration 002
ALTER TABLE users DROP CONSTRAINT users_pkey, ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_big_idx;
