--@ versions 14 18
--@ rows devices 11000000
--@ history
CREATE TABLE devices (id bigint PRIMARY KEY, serial_no text NOT NULL, model text);
--@ migration 012
SET LOCAL lock_timeout = '2s';
ALTER TABLE devices ADD COLUMN first_seen timestamptz DEFAULT now();      -- stable, cheap
--@ danger volatile-default: gen_random_uuid() is evaluated for each row, the table is rewritten under ACCESS EXCLUSIVE
ALTER TABLE devices ADD COLUMN public_id uuid NOT NULL DEFAULT gen_random_uuid();
--@ danger volatile-default: clock_timestamp() is volatile (now() would not be), second rewrite
ALTER TABLE devices ADD COLUMN synced_at timestamptz DEFAULT clock_timestamp();
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE devices DROP COLUMN synced_at, DROP COLUMN public_id, DROP COLUMN first_seen;
