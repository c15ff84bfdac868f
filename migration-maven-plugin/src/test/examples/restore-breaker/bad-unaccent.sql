--@ also index-not-concurrent
CREATE FUNCTION f_unaccent(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT unaccent('unaccent', $1) $$;
CREATE INDEX users_name_idx ON users (f_unaccent(name));
