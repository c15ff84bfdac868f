--@ limit 100000
--@ rows countries 200
ALTER TABLE countries ADD COLUMN iso3 text;
