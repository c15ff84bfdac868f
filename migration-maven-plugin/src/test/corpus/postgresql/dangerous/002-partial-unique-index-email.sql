--@ versions 15 18
--@ rows "Account"."Users" 8000000
--@ history
create schema "Account";
create table "Account"."Users" (
  "Id" uuid primary key,
  "Email" text,
  "DeletedAt" timestamptz
);
--@ migration 2024_03_11_0900
set local lock_timeout = '2s';

alter table "Account"."Users" add column "EmailVerifiedAt" timestamptz;

--@ danger index-not-concurrent: unique expression index built under SHARE lock; writers of Users queue, and duplicates abort the release
create unique index "IX_Users_Email_Active"
    on "Account"."Users" (lower("Email"))
    where "DeletedAt" is null;
--@ down
set local lock_timeout = '2s';
drop index "Account"."IX_Users_Email_Active";
alter table "Account"."Users" drop column "EmailVerifiedAt";
