--liquibase formatted sql

--changeset it:create-account
CREATE TABLE account (id integer NOT NULL PRIMARY KEY, balance integer NOT NULL);
INSERT INTO account VALUES (1, 60), (2, 40);
--rollback DROP TABLE account;

--changeset it:create-payment
CREATE TABLE payment (id integer NOT NULL PRIMARY KEY, account_id integer NOT NULL REFERENCES account (id));
INSERT INTO payment VALUES (1, 1);
--rollback DROP TABLE payment;

--changeset it:create-country
CREATE TABLE country (code varchar(2) NOT NULL PRIMARY KEY, name varchar(40) NOT NULL);
INSERT INTO country VALUES ('AT', 'Austria'), ('CZ', 'Czech Republic');
--rollback DROP TABLE country;

--changeset it:create-audit-entry
CREATE TABLE audit_entry (id integer NOT NULL PRIMARY KEY, what varchar(40) NOT NULL);
INSERT INTO audit_entry VALUES (1, 'opened'), (2, 'paid'), (3, 'closed');
--rollback DROP TABLE audit_entry;

--changeset it:pay-interest
UPDATE account SET balance = balance + 1 WHERE id = 1;
--rollback UPDATE account SET balance = balance - 1 WHERE id = 1;

--changeset it:import-payments runInTransaction:false
PRAGMA foreign_keys = OFF;
INSERT INTO payment VALUES (7, 99);
PRAGMA foreign_keys = ON;
--rollback DELETE FROM payment WHERE id = 7;

--changeset it:rename-country
UPDATE country SET name = 'Czechia' WHERE code = 'CZ';
--rollback UPDATE country SET name = 'Czech Republic' WHERE code = 'CZ';

--changeset it:forget-old-audit
DELETE FROM audit_entry WHERE id < 3;
--rollback INSERT INTO audit_entry VALUES (1, 'opened'), (2, 'paid');

--changeset it:near-miss-all-rules-kept
ALTER TABLE country ADD COLUMN calling_code integer;
INSERT INTO audit_entry VALUES (4, 'opened');
UPDATE account SET balance = 101 - balance;
--rollback UPDATE account SET balance = 101 - balance;
--rollback DELETE FROM audit_entry WHERE id = 4;
--rollback ALTER TABLE country DROP COLUMN calling_code;
