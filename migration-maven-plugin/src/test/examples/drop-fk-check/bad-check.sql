--@ history
CREATE TABLE public."Orders" (id bigint PRIMARY KEY, total numeric(10, 2), CONSTRAINT "TotalPositive" CHECK (total > 0));
--@ migration 002
alter table public."Orders" drop constraint if exists "TotalPositive";
