--@ versions 13 18
--@ rows clinic.patient_note 31000000
--@ rows clinic.lab_sample 64000000
--@ history
CREATE SCHEMA clinic;
CREATE TABLE clinic.patient_note (
    id bigint PRIMARY KEY,
    patient_id bigint NOT NULL,
    remark text
);
CREATE TABLE clinic.lab_sample (
    id integer PRIMARY KEY,
    taken_at timestamptz NOT NULL
);
--@ migration V88
SET LOCAL lock_timeout = '4s';
--@ danger narrow-type: everything after 200 characters of a medical remark is thrown away
--@ danger type-rewrite: 31 million rows rewritten under ACCESS EXCLUSIVE
ALTER TABLE clinic.patient_note
    ALTER COLUMN remark TYPE varchar(200) USING left(remark, 200);
--@ migration V89
SET LOCAL lock_timeout = '4s';
--@ danger type-rewrite: int to bigint is not binary compatible: table and primary key index are rebuilt
ALTER TABLE clinic.lab_sample ALTER COLUMN id SET DATA TYPE bigint;
