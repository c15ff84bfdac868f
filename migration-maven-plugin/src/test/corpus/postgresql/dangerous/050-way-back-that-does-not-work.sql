--@ versions 14 18
--@ rows countries 250
--@ history
CREATE TABLE countries (iso char(2) PRIMARY KEY, name text NOT NULL);
CREATE TABLE cities (id bigint PRIMARY KEY, iso char(2) NOT NULL, name text NOT NULL);
--@ migration 1
SET LOCAL lock_timeout = '2s';
CREATE TABLE regions (id int PRIMARY KEY, iso char(2) NOT NULL REFERENCES countries (iso) ON DELETE RESTRICT, name text NOT NULL);
CREATE INDEX regions_iso_idx ON regions (iso);
CREATE TABLE districts (id int PRIMARY KEY, region_id int NOT NULL REFERENCES regions (id) ON DELETE RESTRICT, name text NOT NULL);
CREATE INDEX districts_region_idx ON districts (region_id);
--@ down
SET LOCAL lock_timeout = '2s';
--@ danger rollback-order: districts still references regions, this fails
DROP TABLE regions;
DROP TABLE districts;
--@ migration 2
DELETE FROM countries WHERE iso IN ('YU', 'CS', 'DD');
--@ down
--@ danger seed-in-rollback: invents rows instead of restoring what was deleted
INSERT INTO countries (iso, name) VALUES ('YU', 'Yugoslavia'), ('CS', 'Czechoslovakia'), ('DD', 'East Germany');
--@ migration 3
CREATE TABLE currencies (code char(3) PRIMARY KEY, minor_units smallint NOT NULL);
--@ down
SET LOCAL lock_timeout = '2s';
DROP TABLE currencies;
--@ danger rollback-foreign-object: cities was never created by this migration
DROP TABLE cities;
