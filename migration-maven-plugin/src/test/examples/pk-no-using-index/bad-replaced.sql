--@ also drop-pk drop-primary-key
--@ history
CREATE TABLE users (id bigint CONSTRAINT users_pkey PRIMARY KEY, tenant bigint NOT NULL);
--@ migration 002
ALTER TABLE users DROP CONSTRAINT users_pkey, ADD PRIMARY KEY (tenant, id);
