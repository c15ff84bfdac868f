CREATE FUNCTION year_of(d date) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT EXTRACT(year FROM d)::integer $$;
CREATE TABLE people (id bigint PRIMARY KEY, born date NOT NULL);
CREATE INDEX people_year_idx ON people (year_of(born));
