--@ versions 14 18
--@ rows plan 35
--@ rows warehouse 12
--@ history
CREATE TABLE plan (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE warehouse (code text PRIMARY KEY, city text);
--@ migration 40
SET LOCAL lock_timeout = '2s';
ALTER TABLE plan ADD COLUMN public_id uuid NOT NULL DEFAULT gen_random_uuid();
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE plan DROP COLUMN public_id;
--@ migration 41
SET LOCAL lock_timeout = '2s';
ALTER TABLE warehouse ADD COLUMN no bigint GENERATED ALWAYS AS IDENTITY;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE warehouse DROP COLUMN no;
