--liquibase formatted sql
--@ also drop-view-func-type-seq

--changeset ada:answer runOnChange:true
CREATE OR REPLACE VIEW answer AS SELECT 42 AS value;
--rollback DROP VIEW answer;

--changeset ada:question runOnChange:true
DROP VIEW IF EXISTS question;
CREATE VIEW question AS SELECT 41 AS value;
--rollback DROP VIEW question;
