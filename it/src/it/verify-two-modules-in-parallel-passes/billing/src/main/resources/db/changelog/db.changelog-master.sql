--liquibase formatted sql

--changeset it:create-billing
CREATE TABLE billing (id integer NOT NULL PRIMARY KEY, note varchar(200) NOT NULL);
--rollback DROP TABLE billing;
