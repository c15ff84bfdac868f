--@ history
CREATE TABLE shop."Users" (id bigint PRIMARY KEY, "Phone" text NOT NULL);
--@ migration 002
alter table shop."Users" alter column "Phone" drop not null;
--@ down
alter table shop."Users" alter column "Phone" set not null;
update shop."Users" set "Phone" = '' where "Phone" is null;
