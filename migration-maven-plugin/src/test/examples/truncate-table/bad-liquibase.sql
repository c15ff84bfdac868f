--@ also noop-rollback
--liquibase formatted sql

--changeset ada:empty-the-log
TRUNCATE TABLE audit_log;
--rollback empty
