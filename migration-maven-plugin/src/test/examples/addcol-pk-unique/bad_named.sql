--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
alter table "users" add "nick" varchar(20) constraint nick_u unique on conflict ignore;
