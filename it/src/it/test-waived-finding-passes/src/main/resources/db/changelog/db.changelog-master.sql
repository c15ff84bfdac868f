--liquibase formatted sql

--changeset it:without-rollback
CREATE TABLE country (code char(2) NOT NULL PRIMARY KEY);
