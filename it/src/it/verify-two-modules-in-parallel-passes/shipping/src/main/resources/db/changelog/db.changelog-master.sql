--liquibase formatted sql

--changeset it:create-shipping
CREATE TABLE shipping (id integer NOT NULL PRIMARY KEY, note varchar(200) NOT NULL);
--rollback DROP TABLE shipping;
