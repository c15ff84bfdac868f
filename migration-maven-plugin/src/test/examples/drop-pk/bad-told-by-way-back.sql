ALTER TABLE users DROP CONSTRAINT users_identity;
--@ down
ALTER TABLE users ADD CONSTRAINT users_identity PRIMARY KEY (id);
