create table if not exists "a" (id integer primary key autoincrement, b text default (1+2) check (b <> '')) strict, without rowid;
pragma foreign_keys = on;
create trigger t after insert on a begin update a set b = case when 1 then 2 else 3 end; end;
insert or replace into a values (1, x'00');
alter table a rename column b to c;
