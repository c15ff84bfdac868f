--@ versions 14 18
--@ rows devices 11000000
--@ history
CREATE TABLE devices (id bigint PRIMARY KEY, serial_no text NOT NULL);
--@ migration 0015
SET LOCAL lock_timeout = '2s';
ALTER TABLE devices ADD COLUMN public_id uuid;
ALTER TABLE devices ALTER COLUMN public_id SET DEFAULT gen_random_uuid();
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE devices DROP COLUMN public_id;
