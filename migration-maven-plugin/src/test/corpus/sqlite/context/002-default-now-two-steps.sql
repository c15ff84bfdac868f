--@ product sqlite
--@ versions 3.40 3.54
--@ migration 041
create table webhook_deliveries (
  id integer primary key,
  url text not null,
  attempt integer not null default 1
);
--@ down
drop table webhook_deliveries;
--@ migration 042
-- forgotten in 041, not released yet
alter table webhook_deliveries add column queued_at text not null default current_timestamp;
alter table webhook_deliveries add column body_length integer generated always as (length(url)) stored;
--@ down
alter table webhook_deliveries drop column body_length;
alter table webhook_deliveries drop column queued_at;
