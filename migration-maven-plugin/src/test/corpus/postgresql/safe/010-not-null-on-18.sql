--@ versions 18
--@ rows parcels 30000000
--@ history
CREATE TABLE parcels (id bigint PRIMARY KEY, hub_id int);
--@ migration 55
SET LOCAL lock_timeout = '2s';
ALTER TABLE parcels ADD CONSTRAINT parcels_hub_id_nn NOT NULL hub_id NOT VALID;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE parcels DROP CONSTRAINT parcels_hub_id_nn;
--@ migration 56
SET LOCAL lock_timeout = '2s';
ALTER TABLE parcels VALIDATE CONSTRAINT parcels_hub_id_nn;
