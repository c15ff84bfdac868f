--@ versions 14 18
--@ rows "Billing"."Invoices" 9000000
--@ history
CREATE SCHEMA "Billing";
CREATE TABLE "Billing"."Invoices" ("Id" bigint PRIMARY KEY, "Amount" numeric(12,2) NOT NULL);
--@ migration 20250110_0815
SET LOCAL lock_timeout = '2s';
alter table "Billing"."Invoices"
    add column if not exists "Currency" varchar(3) not null default 'EUR',
    add column if not exists "Tags" text[] not null default '{}';
--@ down
SET LOCAL lock_timeout = '2s';
alter table "Billing"."Invoices" drop column "Tags", drop column "Currency";
