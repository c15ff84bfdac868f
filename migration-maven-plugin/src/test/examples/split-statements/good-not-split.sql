--liquibase formatted sql

--changeset ada:touch splitStatements:false
CREATE FUNCTION touch() RETURNS trigger AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END
$$ LANGUAGE plpgsql;
--rollback DROP FUNCTION touch();
