--@ also set-notnull set-not-null
alter table if exists only "Shop"."Users" alter "E-Mail" set not null;
