--liquibase formatted sql

--changeset it:step-1
CREATE TABLE step_1 (id integer NOT NULL PRIMARY KEY, note varchar(20));
--rollback DROP TABLE step_1;

--changeset it:step-2
CREATE TABLE step_2 (id integer NOT NULL PRIMARY KEY, note varchar(20));
--rollback DROP TABLE step_2;

--changeset it:step-3
CREATE TABLE step_3 (id integer NOT NULL PRIMARY KEY, note varchar(20));
--rollback DROP TABLE step_3;

--changeset it:step-4
CREATE TABLE step_4 (id integer NOT NULL PRIMARY KEY, note varchar(20));
--rollback DROP TABLE step_4;

--changeset it:step-5
CREATE TABLE step_5 (id integer NOT NULL PRIMARY KEY, note varchar(20));
--rollback DROP TABLE step_5;

--changeset it:step-6
CREATE TABLE step_6 (id integer NOT NULL PRIMARY KEY, note varchar(20));
--rollback DROP TABLE step_6;

--changeset it:step-7
CREATE TABLE step_7 (id integer NOT NULL PRIMARY KEY, note varchar(20));
--rollback DROP TABLE step_7;
