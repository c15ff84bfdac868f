--@ also add-unique-existing
alter table only "Shop"."Users" add unique ("Tenant", "E-Mail");
