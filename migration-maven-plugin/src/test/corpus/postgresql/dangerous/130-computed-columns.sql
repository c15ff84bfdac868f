--@ versions 14 18
--@ rows room_booking 800000
--@ rows device 3900000
--@ rows article 2500000
--@ rows import_line 30000000
--@ history
create extension if not exists btree_gist with version '1.6';
create table room_booking (
  id      bigint primary key,
  room_id integer not null,
  during  tstzrange not null
);
create table device (id bigint primary key, label text not null);
create table article (id bigint primary key, net numeric(10,2) not null, tax_pct numeric(4,2) not null);
create table import_line (file_id bigint not null, line_no integer not null, primary key (file_id, line_no));
--@ migration 20
set local lock_timeout = '2s';
--@ danger exclusion: the gist index is built under ACCESS EXCLUSIVE; one overlap stops the release
alter table room_booking
  add constraint room_booking_no_overlap exclude using gist (room_id with =, during with &&);
--@ migration 21
set local lock_timeout = '2s';
--@ danger volatile-default: one uuid per row, the table is rewritten
alter table device add column public_id uuid not null default gen_random_uuid();
--@ migration 22
set local lock_timeout = '2s';
--@ danger serial-identity-stored-add: stored expression, rewrite of article
alter table article
  add column gross numeric(12,2) generated always as (net * (1 + tax_pct / 100)) stored;
--@ migration 23
set local lock_timeout = '2s';
--@ danger serial-identity-stored-add: 30 million numbers are drawn, the table is rewritten
alter table import_line add column id bigserial;
