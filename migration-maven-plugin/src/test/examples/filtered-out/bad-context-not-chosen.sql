--liquibase formatted sql
--@ contexts prod

--changeset ada:one
CREATE SEQUENCE one_number;
--rollback DROP SEQUENCE one_number;

--changeset ada:two context:staging
CREATE SEQUENCE two_number;
--rollback DROP SEQUENCE two_number;
