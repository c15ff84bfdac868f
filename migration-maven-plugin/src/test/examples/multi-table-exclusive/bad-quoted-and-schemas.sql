alter table "Shop"."Orders" add column note text;
alter table only "Shop"."Customers" alter column name set statistics 500, add column note text;
alter table "Shop"."Orders" add column state text;
