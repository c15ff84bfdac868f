--liquibase formatted sql

--changeset mia:create-customer
create table customer (
  id integer not null primary key,
  email varchar(100) not null,
  balance numeric(9, 2) default 0 not null check (balance >= 0)
);
--rollback drop table customer;

--changeset mia:create-purchase
create table purchase (
  id integer not null primary key,
  customer_id integer not null references customer (id) on delete cascade,
  bought_at timestamp not null
);
--rollback drop table purchase;

--changeset mia:span dbms:postgresql
create type span as range (subtype = integer);
--rollback drop type span;

--changeset mia:mail-once
create unique index ux_customer_email on customer (email);
--rollback drop index ux_customer_email;
