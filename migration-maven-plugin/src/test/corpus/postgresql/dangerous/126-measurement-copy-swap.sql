--@ versions 13 18
--@ rows measurement 90000000
--@ history
create table measurement (
  id        bigint primary key,
  sensor_id integer not null,
  value     real,
  taken_at  timestamptz not null
);
--@ migration 0500_measurement_numeric
set local lock_timeout = '3s';

create table measurement_new (
  id        bigint primary key,
  sensor_id integer not null,
  value     numeric(12,4),
  taken_at  timestamptz not null
);

--@ danger unbatched-backfill: 90 million rows in one statement of one transaction
insert into measurement_new (id, sensor_id, value, taken_at)
select id, sensor_id, value::numeric(12,4), taken_at
  from measurement
 where taken_at >= '2019-01-01';

--@ danger drop-table: rows before 2019, and those written during the copy, are gone
drop table measurement;
--@ danger copy-swap-no-check: no count or checksum before the copy takes the place of the original
alter table measurement_new rename to measurement;
