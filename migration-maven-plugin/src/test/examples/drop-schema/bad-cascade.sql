drop schema if exists "Old Reports" cascade;
