CREATE FUNCTION few(j jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  WITH e AS (SELECT value FROM jsonb_array_elements(j)) SELECT count(*) < 5 FROM e
$$;
CREATE FUNCTION short(t text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT bool_and(length(x) < 10) FROM unnest(t) AS x $$;
CREATE TABLE posts (id bigint PRIMARY KEY, tags text[] CHECK (short(tags)), links jsonb CHECK (few(links)));
