--@ product sqlite
--@ rows account 1500
--@ rows posting 9000
--@ history
CREATE TABLE account (
  id     INTEGER PRIMARY KEY,
  iban   TEXT NOT NULL,
  status TEXT
);
CREATE UNIQUE INDEX account_iban ON account (iban);
CREATE TABLE posting (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER REFERENCES account (id) ON DELETE SET NULL,
  cents      INTEGER NOT NULL
);
--@ migration 18
-- The connection of the application runs with foreign keys on, so switch them off for the rebuild.
--@ danger pragma-fk-in-tx: the runner has opened a transaction, where this PRAGMA is ignored without notice
PRAGMA foreign_keys = OFF;

create table account_tmp (
  id     integer primary key,
  iban   text not null,
  status text not null default 'open' check (status in ('open', 'blocked', 'closed'))
);
insert into account_tmp (id, iban, status)
  select id, iban, coalesce(status, 'open') from account;
--@ danger rebuild-fk-on: foreign keys are still on, every posting.account_id becomes NULL
drop table account;
alter table account_tmp rename to account;
create unique index account_iban on account (iban);

PRAGMA foreign_key_check;
--@ danger pragma-fk-in-tx: ignored here as well
PRAGMA foreign_keys = ON;
