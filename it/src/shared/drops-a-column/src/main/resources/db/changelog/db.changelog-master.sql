--liquibase formatted sql

--changeset it:create-employee
CREATE TABLE employee (id integer NOT NULL PRIMARY KEY, name varchar(100) NOT NULL, shoe_size integer DEFAULT 42 NOT NULL);
--rollback DROP TABLE employee;

--changeset it:drop-shoe-size
ALTER TABLE employee DROP COLUMN shoe_size;
--rollback ALTER TABLE employee ADD COLUMN shoe_size integer DEFAULT 42 NOT NULL;
--rollback UPDATE employee SET shoe_size = -987654321;
