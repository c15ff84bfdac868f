CREATE TABLE "Users" (id int NOT NULL, email text, CONSTRAINT users_pkey PRIMARY KEY (id));
