--@ versions 14 18
--@ rows "Core"."Member" 3000000
--@ history
CREATE SCHEMA "Core";
CREATE TABLE "Core"."Member" ("Id" bigint PRIMARY KEY, "Login" text,
    CONSTRAINT "CK_Member_Login" CHECK ("Login" IS NOT NULL AND "Login" <> ''));
--@ migration 103
set local lock_timeout = '2s';
alter table "Core"."Member" alter column "Login" set not null;
--@ down
set local lock_timeout = '2s';
alter table "Core"."Member" alter column "Login" drop not null;
