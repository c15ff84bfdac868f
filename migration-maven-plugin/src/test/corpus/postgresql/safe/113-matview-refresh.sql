--@ versions 13 18
--@ rows sale 8000000
--@ history
create table sale (id bigint primary key, shop_id integer not null, amount numeric(10,2) not null);
create materialized view shop_total as
  select shop_id, sum(amount) as total from sale group by shop_id;
create unique index shop_total_uq on shop_total (shop_id);
--@ migration 12_shop_stats
-- filled by the nightly job, read from the next release on
create materialized view shop_average as
  select shop_id, avg(amount) as mean from sale group by shop_id
  with no data;
create unique index shop_average_uq on shop_average (shop_id);
--@ down
set local lock_timeout = '2s';
drop materialized view shop_average;
--@ migration 13_refresh transactional=false
refresh materialized view concurrently shop_total;
