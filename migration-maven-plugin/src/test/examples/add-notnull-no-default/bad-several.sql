alter table if exists only public."Users"
  add column if not exists nick text,
  add "Country" varchar(2) default null not null;
