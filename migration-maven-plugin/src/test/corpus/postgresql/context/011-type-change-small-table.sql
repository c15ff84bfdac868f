--@ versions 14 18
--@ rows tax_rate 200
--@ history
CREATE TABLE tax_rate (id int PRIMARY KEY, rate numeric(4,2) NOT NULL);
--@ migration 33
SET LOCAL lock_timeout = '2s';
ALTER TABLE tax_rate ALTER COLUMN id TYPE bigint;
ALTER TABLE tax_rate ALTER COLUMN rate TYPE numeric(6,4);
