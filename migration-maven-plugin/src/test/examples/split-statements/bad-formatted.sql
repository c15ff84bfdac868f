--liquibase formatted sql

--changeset ada:answer
CREATE FUNCTION answer() RETURNS int AS $$
  SELECT 41;
  SELECT 42;
$$ LANGUAGE sql;
--rollback DROP FUNCTION answer();
