--liquibase formatted sql

--changeset ann:create-customer
create table customer (id integer primary key, state varchar(20) not null, note varchar(100));
--rollback drop table customer;

--changeset ann:add-index
create index customer_by_state on customer (state);
--rollback drop index customer_by_state;
