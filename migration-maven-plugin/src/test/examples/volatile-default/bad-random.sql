alter table if exists only "Shop"."Users" add if not exists bucket integer not null default floor(random() * 10)::int;
