--@ limit 5000
--@ rows countries 20000
alter table if exists only geo."Countries" add column if not exists iso3 text;
