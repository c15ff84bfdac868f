--liquibase formatted sql

--changeset ada:one failOnError:false
CREATE SEQUENCE one_number;
--rollback DROP SEQUENCE one_number;
