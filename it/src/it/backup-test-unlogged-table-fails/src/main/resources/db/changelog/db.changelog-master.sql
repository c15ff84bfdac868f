--liquibase formatted sql

--changeset mia:create-customer
create table customer (
  id integer not null primary key,
  email varchar(100) not null
);
--rollback drop table customer;

--changeset mia:create-visit
create unlogged table visit (
  id integer not null primary key,
  customer_id integer not null,
  seen_at timestamp not null
);
--rollback drop table visit;

--changeset mia:mail-once
create unique index ux_customer_email on customer (email);
--rollback drop index ux_customer_email;
