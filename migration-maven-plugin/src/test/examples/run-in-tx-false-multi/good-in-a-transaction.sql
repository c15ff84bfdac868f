--liquibase formatted sql

--changeset ada:numbers
CREATE SEQUENCE one_number;
CREATE SEQUENCE two_number;
--rollback DROP SEQUENCE two_number;
--rollback DROP SEQUENCE one_number;
