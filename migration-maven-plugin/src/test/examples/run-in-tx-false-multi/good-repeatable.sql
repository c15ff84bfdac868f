--liquibase formatted sql

--changeset ada:numbers runInTransaction:false
SET lock_timeout = '2s';
CREATE SEQUENCE IF NOT EXISTS one_number;
CREATE SEQUENCE IF NOT EXISTS two_number;
--rollback DROP SEQUENCE two_number;
--rollback DROP SEQUENCE one_number;
