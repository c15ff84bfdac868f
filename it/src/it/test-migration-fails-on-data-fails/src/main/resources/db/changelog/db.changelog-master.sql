--liquibase formatted sql

--changeset it:create-switch
CREATE TABLE switch (id integer NOT NULL PRIMARY KEY, position integer NOT NULL CHECK (position BETWEEN 0 AND 1));
--rollback DROP TABLE switch;

--changeset it:unique-position
--comment Works on an empty table only
CREATE UNIQUE INDEX ux_switch_position ON switch (position);
--rollback DROP INDEX ux_switch_position;

--changeset it:create-lamp
CREATE TABLE lamp (id integer NOT NULL PRIMARY KEY);
--rollback DROP TABLE lamp;
