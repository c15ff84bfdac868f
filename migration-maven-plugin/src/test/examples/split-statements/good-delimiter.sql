--liquibase formatted sql

--changeset ada:touch endDelimiter:@@
CREATE FUNCTION touch() RETURNS trigger AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END
$$ LANGUAGE plpgsql
@@
--rollback DROP FUNCTION touch();
