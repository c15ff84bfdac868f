--@ history
CREATE TABLE public."Users" (id bigint, CONSTRAINT "UsersById" PRIMARY KEY (id));
--@ migration 002
alter table only public."Users" drop constraint if exists "UsersById";
