--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
CREATE VIEW mails AS SELECT email FROM users;
--@ migration 002
alter table users rename to users_old;
create table users (id integer primary key, email text not null, age integer not null default 0);
insert into users (id, email, age) select id, email, coalesce(age, 0) from users_old;
drop table users_old;
