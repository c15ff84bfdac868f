--liquibase formatted sql

--changeset me:sql
CREATE TABLE price (id int PRIMARY KEY, amount numeric(10, 2));
INSERT INTO price VALUES (1, 9.90);
--rollback DROP TABLE price;

--changeset me:without-way-back runInTransaction:false
UPDATE price SET amount = amount;
