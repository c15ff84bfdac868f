CREATE FUNCTION check_country() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM countries WHERE code = NEW.country) THEN
    RAISE EXCEPTION 'unknown country %', NEW.country;
  END IF;
  RETURN NEW;
END
$$;
CREATE TABLE places (id bigint PRIMARY KEY, country text NOT NULL CHECK (length(country) = 2));
CREATE TRIGGER places_country BEFORE INSERT ON places FOR EACH ROW EXECUTE FUNCTION check_country();
