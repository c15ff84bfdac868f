--@ versions 13 18
--@ rows playlist_item 58000000
--@ history
create table playlist_item (
  id          bigint primary key,
  playlist_id bigint not null,
  track_id    bigint not null
);
--@ migration 0112 transactional=false
set lock_timeout = '2s';
--@ danger many-nontx-steps: failure of the second or third step leaves half of the migration behind
--@ danger not-rerunnable: a second run stops here, since the index exists
create index concurrently playlist_item_playlist_idx on playlist_item (playlist_id);
--@ danger not-rerunnable: no IF NOT EXISTS; a second run stops here
alter table playlist_item add column position_no integer;
--@ danger not-rerunnable: a failed build leaves an invalid index with this name
create index concurrently playlist_item_track_idx on playlist_item (track_id);
