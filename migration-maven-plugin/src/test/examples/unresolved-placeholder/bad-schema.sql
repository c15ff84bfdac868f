--liquibase formatted sql
--@ unread

--changeset ada:one
CREATE SEQUENCE ${schema}.one_number;
--rollback DROP SEQUENCE one_number;
