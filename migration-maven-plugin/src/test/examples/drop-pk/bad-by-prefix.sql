ALTER TABLE users DROP CONSTRAINT pk_users, ADD COLUMN nick text;
