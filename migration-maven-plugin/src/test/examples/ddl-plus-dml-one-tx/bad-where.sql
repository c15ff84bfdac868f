--@ migration 001 transactional=false
begin;
alter table public."Users" add column country text;
update public."Users" set country = 'DE' where country is null;
commit;
