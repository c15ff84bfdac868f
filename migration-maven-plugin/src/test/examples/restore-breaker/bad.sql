--@ history
CREATE FUNCTION is_known(c text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM countries WHERE code = c)
$$;
--@ migration 002
ALTER TABLE addresses ADD CONSTRAINT addresses_country_known CHECK (is_known(country)) NOT VALID;
