--@ versions 16 18
--@ rows parcels 3000
--@ history
CREATE TABLE parcels (id uuid PRIMARY KEY, length_mm int NOT NULL, width_mm int NOT NULL);
--@ migration 08
SET LOCAL lock_timeout = '2s';
--@ danger version-gate: virtual generated columns exist from 18 on, syntax error on 16
ALTER TABLE parcels ADD COLUMN area_mm2 bigint GENERATED ALWAYS AS (length_mm::bigint * width_mm) VIRTUAL;
--@ danger version-gate: uuidv7() is not known before 18
ALTER TABLE parcels ALTER COLUMN id SET DEFAULT uuidv7();
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE parcels ALTER COLUMN id DROP DEFAULT;
ALTER TABLE parcels DROP COLUMN area_mm2;
