--@ versions 13 18
--@ rows country 249
--@ history
create table country (iso2 char(2) primary key, name text not null, continent text not null);
--@ migration 17
set local lock_timeout = '2s';
create index country_continent_idx on country (continent);
--@ down
set local lock_timeout = '2s';
drop index country_continent_idx;
--@ migration 18
set local lock_timeout = '2s';
alter table country add constraint country_name_filled check (name <> '');
--@ down
set local lock_timeout = '2s';
alter table country drop constraint country_name_filled;
