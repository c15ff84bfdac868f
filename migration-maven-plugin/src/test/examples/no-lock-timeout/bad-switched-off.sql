SET lock_timeout = 0;
ALTER TABLE app.users ADD COLUMN nickname text;
