--@ product sqlite
--@ versions 3.35 3.54
--@ rows person 9000
--@ history
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INTEGER CHECK (age BETWEEN 0 AND 150));
CREATE INDEX person_name ON person (name);
CREATE TABLE pet (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person (id) ON DELETE SET NULL);
CREATE INDEX pet_person ON pet (person_id);
--@ migration 1
--@ danger explicit-tx: the runner has begun a transaction already, a second BEGIN is an error
BEGIN;
ALTER TABLE person ADD COLUMN nick TEXT;
COMMIT;
--@ migration 2 transactional=false
--@ danger open-tx: no COMMIT anywhere, the column vanishes when the connection closes
BEGIN IMMEDIATE;
ALTER TABLE pet ADD COLUMN kind TEXT;
--@ migration 3 transactional=false
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE person_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INTEGER, nick TEXT, born TEXT);
INSERT INTO person_new (id, name, age, nick) SELECT id, name, age, nick FROM person;
--@ danger rebuild-incomplete: person_name is not made again and the CHECK on age is missing in the copy
--@ danger no-fk-check-after: pet references the table, nothing looks for dangling rows before the commit
DROP TABLE person;
ALTER TABLE person_new RENAME TO person;
COMMIT;
PRAGMA foreign_keys = ON;
