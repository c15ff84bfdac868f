CREATE FUNCTION f_unaccent(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT public.unaccent('public.unaccent', $1) $$;
CREATE TABLE people (id bigint PRIMARY KEY, name text NOT NULL);
CREATE INDEX people_name_idx ON people (f_unaccent(name));
