--@ versions 13 18
--@ rows member 11000000
--@ history
create table member (
  member_id   bigint primary key,
  spent_total numeric(12,2) not null default 0
);
--@ migration 0009-points
set local lock_timeout = '2s';
alter table member add column points bigint;

--@ danger ddl-plus-dml-one-tx: ACCESS EXCLUSIVE of the ALTER is held until all points are computed
--@ danger unbatched-backfill: 11 million rows in a single UPDATE
update member
   set points = floor(spent_total / 10)
 where spent_total >= 10;
