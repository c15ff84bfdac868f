ALTER TABLE users RENAME CONSTRAINT users_email_uq TO users_email_key;
