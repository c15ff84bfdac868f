CREATE FUNCTION code(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF t IS NOT DISTINCT FROM 'now' THEN
    RETURN substring(t FROM 1 FOR 3);
  END IF;
  RETURN trim(LEADING '0' FROM t); -- SELECT 1 FROM nothing
END
$$;
CREATE TABLE items (id bigint PRIMARY KEY, code text, CHECK (code(code) <> ''));
