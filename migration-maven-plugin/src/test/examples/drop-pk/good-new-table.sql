CREATE TABLE users (id bigint, email text NOT NULL, CONSTRAINT users_pkey PRIMARY KEY (id));
ALTER TABLE users DROP CONSTRAINT users_pkey;
ALTER TABLE users ADD PRIMARY KEY (email);
