--@ history
CREATE TABLE "Shop"."Order Lines" (id bigint PRIMARY KEY, "Amount" numeric(10, 2));
--@ migration 002
create index if not exists "Ix Amount" on "Shop"."Order Lines" using btree ("Amount" desc nulls last) include (id) where "Amount" > 0;
