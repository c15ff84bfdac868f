--@ migration 001
alter table "app_test2"."Address" add column city text;
--@ down
alter table "app_test2"."Address" drop column city;
