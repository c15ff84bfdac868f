--@ versions 13 18
--@ rows voucher 5600000
--@ history
create table voucher (
  id   bigint primary key,
  code text not null
);
--@ migration 301 transactional=false
drop index concurrently if exists voucher_code_key;
create unique index concurrently voucher_code_key on voucher (code);
--@ down
drop index concurrently if exists voucher_code_key;
--@ migration 302
set local lock_timeout = '2s';
set local statement_timeout = '10s';
alter table voucher
  add constraint voucher_code_key unique using index voucher_code_key;
