CREATE TABLE visits (user_id bigint, seen timestamptz);
ALTER TABLE ONLY visits ADD CONSTRAINT visits_pkey PRIMARY KEY (user_id, seen);
