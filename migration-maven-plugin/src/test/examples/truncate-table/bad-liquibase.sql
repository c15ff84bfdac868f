--liquibase formatted sql
--@ also noop-rollback

--changeset ada:empty-the-log
TRUNCATE TABLE audit_log;
--rollback empty
