--liquibase formatted sql

--changeset ada:one
--preconditions onFail:MARK_RAN onError:HALT
--precondition-sql-check expectedResult:0 SELECT count(*) FROM customer WHERE email IS NULL
CREATE SEQUENCE one_number;
--rollback DROP SEQUENCE one_number;
