--@ also notnull-no-validated-check
--@ history
CREATE TABLE public."Users" (id bigint PRIMARY KEY, "Email" text);
--@ migration 002
alter table only public."Users" alter "Email" set not null;
