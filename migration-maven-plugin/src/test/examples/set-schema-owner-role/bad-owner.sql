alter table if exists shop."Orders" owner to reporting;
