--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
CREATE TABLE teams (id INTEGER PRIMARY KEY);
--@ migration 002
alter table users add team_id integer not null default 0 references teams on delete restrict;
create index users_team on users (team_id);
