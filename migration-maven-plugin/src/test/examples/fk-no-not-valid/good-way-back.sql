--@ rows visits 40000000
--@ also drop-fk-check
--@ history
CREATE TABLE places (id bigint PRIMARY KEY);
CREATE TABLE visits (id bigint PRIMARY KEY, place_id bigint);
CREATE INDEX visits_place_idx ON visits (place_id);
ALTER TABLE visits ADD CONSTRAINT visits_place_fk FOREIGN KEY (place_id) REFERENCES places (id) ON DELETE RESTRICT;
--@ migration 002
SET LOCAL lock_timeout = '2s';
ALTER TABLE visits DROP CONSTRAINT visits_place_fk;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE visits ADD CONSTRAINT visits_place_fk FOREIGN KEY (place_id) REFERENCES places (id) ON DELETE RESTRICT NOT VALID;
