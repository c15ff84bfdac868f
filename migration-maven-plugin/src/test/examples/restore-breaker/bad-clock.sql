CREATE FUNCTION is_open(until timestamptz) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN until > now();
END
$$;
CREATE TABLE offers (id bigint PRIMARY KEY, until timestamptz NOT NULL);
CREATE INDEX offers_open_idx ON offers (until) WHERE is_open(until);
