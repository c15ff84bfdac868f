with moved as (delete from events where shop_id = 7 returning id, body)
insert into events_archive (id, body) select id, body from moved;
