SET LOCAL search_path = app;
ALTER TABLE users ADD COLUMN nickname text;
