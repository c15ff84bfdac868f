--liquibase formatted sql

--changeset ada:create-address
CREATE TABLE address (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, city text);
--rollback SELECT 1;
