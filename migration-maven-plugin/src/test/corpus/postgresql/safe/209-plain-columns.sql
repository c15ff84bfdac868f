--@ versions 13 18
--@ rows shipment 14000000
--@ history
CREATE TABLE shipment (code text PRIMARY KEY, weight_g integer NOT NULL);
--@ migration 55
SET LOCAL lock_timeout = '3s';
/* public_id stays empty for old rows: DEFAULT gen_random_uuid() or random()
   would write the table anew; ALTER TABLE shipment SET LOGGED is not needed either */
ALTER TABLE shipment ADD COLUMN public_id uuid;
--@ migration 56
SET LOCAL lock_timeout = '3s';
ALTER TABLE shipment ADD COLUMN carrier text NOT NULL DEFAULT 'TRUNCATE; DROP COLUMN';
--@ migration 57
COMMENT ON COLUMN shipment.carrier IS 'LOCK TABLE shipment; DELETE FROM shipment';
