--liquibase formatted sql

--changeset it:typo-in-rollback
CREATE TABLE country (code char(2) NOT NULL PRIMARY KEY);
--rollback DROP TABLE countries;
