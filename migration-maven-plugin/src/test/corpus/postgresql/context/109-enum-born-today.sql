--@ versions 13 18
--@ migration 3
create type lamp_state as enum ('off', 'on');
alter type lamp_state add value 'dimmed' after 'off';
create table lamp (
  id    integer primary key,
  state lamp_state not null default 'off'
);
--@ down
set local lock_timeout = '2s';
drop table lamp;
drop type lamp_state;
--@ migration 4
insert into lamp (id, state) values (1, 'dimmed');
--@ down
delete from lamp where id = 1;
