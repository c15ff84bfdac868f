--@ limit 1
alter table only "shop"."Customers" add column "phone" text;
alter table if exists shop."Customers" add column fax text;
