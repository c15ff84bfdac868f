--@ versions 14 18
--@ rows patients 80000
--@ history
CREATE TABLE patients (id bigint PRIMARY KEY, full_name text NOT NULL, born date);
--@ migration 0400
SET LOCAL lock_timeout = '2s';
ALTER TABLE patients ADD COLUMN given_name text, ADD COLUMN family_name text;
--@ migration 0401
UPDATE patients
   SET given_name = split_part(full_name, ' ', 1), family_name = split_part(full_name, ' ', 2)
 WHERE id BETWEEN 1 AND 5000 AND given_name IS NULL;
--@ migration 0402
SET LOCAL lock_timeout = '2s';
--@ danger drop-column: names of all patients not copied yet are lost
--@ danger expand-contract-order: expand and contract in one release, the running code still writes full_name
ALTER TABLE patients DROP COLUMN full_name;
