CREATE FUNCTION slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT replace(lower(trim(BOTH FROM t)), ' ', '-') $$;
CREATE TABLE pages (id bigint PRIMARY KEY, title text NOT NULL CHECK (slug(title) <> ''));
