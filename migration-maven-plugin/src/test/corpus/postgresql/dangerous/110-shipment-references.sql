--@ versions 14 18
--@ rows customer 4000000
--@ rows shipment 33000000
--@ history
create table customer (id bigint primary key, name text not null);
create table depot (id integer primary key, city text not null);
create table shipment (
  id          bigint primary key,
  customer_id bigint not null constraint shipment_customer_fk references customer (id) on delete restrict,
  depot_id    integer
);
create index shipment_customer_idx on shipment (customer_id);
create index shipment_depot_idx on shipment (depot_id);
--@ migration 61
set local lock_timeout = '2s';
-- imports are too slow with it
--@ danger drop-fk-check: from now on shipments of unknown customers get in, and the constraint cannot come back
alter table shipment drop constraint shipment_customer_fk;
--@ migration 62
set local lock_timeout = '2s';
--@ danger fk-no-not-valid: all 33 million shipments are checked while writes to both tables wait
alter table shipment
  add constraint shipment_depot_fk
  foreign key (depot_id) references depot (id) on delete restrict;
