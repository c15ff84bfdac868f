--@ migration 002
CREATE FUNCTION short_code() RETURNS text LANGUAGE sql AS $$ SELECT substr(md5(random()::text), 1, 8) $$;
--@ migration 003
ALTER TABLE users ADD COLUMN code text DEFAULT short_code();
