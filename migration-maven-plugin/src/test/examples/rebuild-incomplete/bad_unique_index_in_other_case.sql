--@ history
create table "Users" (id integer primary key, email text not null, age integer);
create unique index if not exists "Users_email" on "Users" (email collate nocase) where email <> '';
--@ migration 002
create table "Users_tmp" (id integer primary key, email text not null, age real);
insert into "Users_tmp" select id, email, age from USERS;
drop table users;
alter table "Users_tmp" rename to "Users";
