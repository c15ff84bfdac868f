with moved as (delete from shop."Events" where day < '2026-01-01' returning id, body)
insert into shop.events_archive (id, body) select id, body from moved;
