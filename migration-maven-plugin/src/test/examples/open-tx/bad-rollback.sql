--@ migration 001 transactional=false
begin transaction;
create table visits (id bigint primary key);
rollback;
