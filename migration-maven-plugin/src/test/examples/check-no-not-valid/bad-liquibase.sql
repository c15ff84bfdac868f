--liquibase formatted sql

--changeset ada:two
ALTER TABLE users ADD CONSTRAINT users_visits_positive CHECK (visits >= 0);
--rollback ALTER TABLE users DROP CONSTRAINT users_visits_positive;
