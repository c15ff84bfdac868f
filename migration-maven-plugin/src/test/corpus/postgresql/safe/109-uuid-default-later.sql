--@ versions 13 18
--@ rows device 7000000
--@ history
CREATE TABLE device (id bigint PRIMARY KEY, serial_no text NOT NULL);
--@ migration D-20
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
-- no DEFAULT gen_random_uuid() here: that would rewrite the table
ALTER TABLE device ADD COLUMN public_id uuid;
--@ down
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
ALTER TABLE device DROP COLUMN public_id;
--@ migration D-21
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
ALTER TABLE device ALTER COLUMN public_id SET DEFAULT gen_random_uuid();
--@ down
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
ALTER TABLE device ALTER COLUMN public_id DROP DEFAULT;
