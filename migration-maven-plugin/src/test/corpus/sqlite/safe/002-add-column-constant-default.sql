--@ product sqlite
--@ rows orders 650000
--@ history
CREATE TABLE orders (
  id       INTEGER PRIMARY KEY,
  total    INTEGER NOT NULL,
  "status" TEXT NOT NULL
);
--@ migration 015
-- a constant default is kept in the schema, no row is rewritten
alter table orders add column discount_cents integer not null default 0;
alter table orders add column "priority" text not null default 'normal';
alter table orders add column gift boolean not null default false;
--@ down
alter table orders drop column gift;
alter table orders drop column "priority";
alter table orders drop column discount_cents;
