--@ versions 13 18
--@ rows sale 37000000
--@ rows document 640000
--@ history
create table sale (id bigint primary key, shop_id integer not null, amount numeric(10,2) not null, sold_on date not null);
create table document (id bigint primary key, tenant_id integer not null, title text not null);
create materialized view sale_per_day as
  select shop_id, sold_on, sum(amount) as total from sale group by shop_id, sold_on;
create unique index sale_per_day_uq on sale_per_day (shop_id, sold_on);
--@ migration r7-1
set local lock_timeout = '2s';
--@ danger refresh-matview: dashboards wait until the whole aggregate is recomputed
refresh materialized view sale_per_day;
--@ migration r7-2
--@ danger matview-with-data: filled from 37 million rows inside the migration's transaction
create materialized view sale_per_shop as
  select shop_id, sum(amount) as total, count(*) as sales from sale group by shop_id;
--@ migration r7-3
set local lock_timeout = '2s';
--@ danger rls-no-policy: without a policy everybody but the owner reads an empty table
alter table document enable row level security;
--@ migration r7-4
--@ danger extension-unpinned: each environment gets the version its server happens to bring
create extension if not exists pg_trgm;
