--liquibase formatted sql
--@ also drop-column

--changeset ada:drop-fax
ALTER TABLE customer DROP COLUMN fax;
--rollback ALTER TABLE customer ADD COLUMN fax varchar(40);
