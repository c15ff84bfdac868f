--liquibase formatted sql
--@ also drop-column

--changeset ada:drop-fax
ALTER TABLE customer DROP COLUMN fax;
