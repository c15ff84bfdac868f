--liquibase formatted sql

--changeset it:create-role
CREATE TABLE role (id integer NOT NULL PRIMARY KEY, name varchar(20) NOT NULL);
INSERT INTO role VALUES (1, 'reader'), (2, 'writer'), (3, 'owner');
--rollback DROP TABLE role;

--changeset it:create-account
CREATE TABLE account (id integer NOT NULL PRIMARY KEY, balance integer NOT NULL CHECK (balance BETWEEN 0 AND 1000));
INSERT INTO account VALUES (1, 60), (2, 40);
--rollback DROP TABLE account;

--changeset it:move-money
--comment From one account to another, so that the sum stays
UPDATE account SET balance = balance + CASE id WHEN 1 THEN 1 ELSE -1 END WHERE id IN (1, 2);
--rollback UPDATE account SET balance = balance - CASE id WHEN 1 THEN 1 ELSE -1 END WHERE id IN (1, 2);

--changeset it:describe-roles
--comment Another column leaves the rows and values of an unchanged table alone
ALTER TABLE role ADD COLUMN description varchar(100);
--rollback ALTER TABLE role DROP COLUMN description;

--changeset it:create-attempt
CREATE TABLE attempt (attempted integer NOT NULL, login varchar(20) NOT NULL);
--rollback DROP TABLE attempt;

--changeset it:archive-attempts
CREATE TABLE attempt_archive AS SELECT * FROM attempt;
DELETE FROM attempt;
--rollback INSERT INTO attempt SELECT * FROM attempt_archive;
--rollback DROP TABLE attempt_archive;

--changeset it:create-note
CREATE TABLE note (id integer NOT NULL PRIMARY KEY, body varchar(20));
--rollback DROP TABLE note;

--changeset it:add-age
ALTER TABLE note ADD COLUMN age integer;
--rollback DELETE FROM note WHERE age IS NOT NULL;
--rollback ALTER TABLE note DROP COLUMN age;
