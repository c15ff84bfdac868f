--@ also drop-pk
--@ history
CREATE TABLE users (id bigint, CONSTRAINT users_pkey PRIMARY KEY (id));
--@ migration 002
ALTER TABLE users DROP CONSTRAINT users_pkey CASCADE;
