--liquibase formatted sql

--changeset ada:answer runOnChange:true
CREATE VIEW answer AS SELECT 42 AS value;
--rollback DROP VIEW answer;
