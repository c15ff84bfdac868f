alter table if exists only shop."Users" rename "Name" to full_name;
