--@ versions 13 18
--@ rows shipment 14000000
--@ history
CREATE TABLE shipment (
    code text PRIMARY KEY,
    weight_g integer NOT NULL
);
--@ migration 55
SET LOCAL lock_timeout = '3s';
--@ danger volatile-default: one uuid for each row, 14 million rows are written anew
ALTER TABLE shipment ADD COLUMN public_id uuid NOT NULL DEFAULT gen_random_uuid();
--@ migration 56
SET LOCAL lock_timeout = '3s';
--@ danger serial-identity-stored-add: numbering the existing rows writes the table anew
ALTER TABLE shipment ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY;
--@ migration 57
SET LOCAL lock_timeout = '3s';
--@ danger serial-identity-stored-add: a stored column is computed for every row in a rewrite
ALTER TABLE shipment ADD COLUMN weight_kg numeric GENERATED ALWAYS AS (weight_g / 1000.0) STORED;
