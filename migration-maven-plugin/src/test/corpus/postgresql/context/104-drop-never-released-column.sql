--@ versions 13 18
--@ rows public.vehicle 2600000
--@ history
CREATE TABLE public.vehicle (id bigint PRIMARY KEY, plate text NOT NULL);
--@ migration 2024091001
SET LOCAL lock_timeout = '2s';
ALTER TABLE public.vehicle ADD COLUMN colour_code smallint;
--@ migration 2024091702
SET LOCAL lock_timeout = '2s';
-- the product owner changed her mind before the release
ALTER TABLE public.vehicle DROP COLUMN colour_code;
