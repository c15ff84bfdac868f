CREATE TABLE users (id bigint NOT NULL, email text);
ALTER TABLE ONLY users ADD CONSTRAINT users_pkey PRIMARY KEY (id);
