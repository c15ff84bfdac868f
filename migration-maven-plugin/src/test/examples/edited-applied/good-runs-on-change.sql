--liquibase formatted sql
--@ released answer
--@ edited answer

--changeset ada:answer runOnChange:true
CREATE OR REPLACE VIEW answer AS SELECT 42 AS value;
--rollback DROP VIEW answer;
