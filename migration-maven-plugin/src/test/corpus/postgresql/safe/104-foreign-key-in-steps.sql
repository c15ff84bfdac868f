--@ versions 13 18
--@ rows clinic.doctor 9000
--@ rows clinic.visit 44000000
--@ history
CREATE SCHEMA clinic;
CREATE TABLE clinic.doctor (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE clinic.visit (id bigint PRIMARY KEY, doctor_id integer, at timestamptz NOT NULL);
CREATE INDEX visit_doctor_id_idx ON clinic.visit (doctor_id);
--@ migration V120_visit_doctor_fk
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '5s';
ALTER TABLE clinic.visit
    ADD CONSTRAINT visit_doctor_id_fkey
    FOREIGN KEY (doctor_id) REFERENCES clinic.doctor (id)
    ON UPDATE NO ACTION ON DELETE RESTRICT
    NOT VALID;
--@ down
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '5s';
ALTER TABLE clinic.visit DROP CONSTRAINT visit_doctor_id_fkey;
--@ migration V121_visit_doctor_fk_validate
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '2h';
ALTER TABLE clinic.visit VALIDATE CONSTRAINT visit_doctor_id_fkey;
