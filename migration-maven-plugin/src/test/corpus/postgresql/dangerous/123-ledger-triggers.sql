--@ versions 13 18
--@ rows ledger_entry 150000000
--@ rows ledger_import 2600000
--@ history
create table ledger_entry (
  id bigint primary key,
  account_no text not null,
  amount numeric(16,2) not null
);
create table ledger_import (
  id bigint primary key,
  account_no text not null,
  amount numeric(16,2) not null
);
create function ledger_entry_audit() returns trigger language plpgsql as $$
begin
  raise notice 'ledger row %', new.id;
  return new;
end $$;
create trigger ledger_import_check before insert on ledger_import
  for each row execute function ledger_entry_audit();
--@ migration 0310
set local lock_timeout = '1s';
--@ danger create-trigger-lock: SHARE ROW EXCLUSIVE, all postings wait
--@ danger trigger-add-disable: from now on each posting does hidden work
create trigger ledger_entry_audit_trg
  after insert or update on ledger_entry
  for each row execute function ledger_entry_audit();
--@ migration 0311
set local lock_timeout = '1s';
--@ danger trigger-add-disable: imports of everybody go in unchecked, and nothing switches it on again
alter table ledger_import disable trigger ledger_import_check;
