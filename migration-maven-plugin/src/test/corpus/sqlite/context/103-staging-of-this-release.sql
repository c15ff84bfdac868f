--@ product sqlite
--@ versions 3.40 3.54
--@ rows countries 240
--@ history
CREATE TABLE countries (
  iso  TEXT PRIMARY KEY,
  name TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO countries (iso, name) VALUES ('AT', 'Austria'), ('CH', 'Switzerland');
--@ migration 034
CREATE TABLE countries_import (
  iso      TEXT PRIMARY KEY,
  name_loc TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO countries_import (iso, name_loc) VALUES ('AT', 'Österreich'), ('CH', 'Schweiz');
--@ down
DROP TABLE countries_import;
--@ migration 035
-- the staging table came one migration before, in this release; what it held is in the column now
ALTER TABLE countries ADD COLUMN name_loc TEXT;
UPDATE countries
SET name_loc = (SELECT i.name_loc FROM countries_import AS i WHERE i.iso = countries.iso)
WHERE iso IN (SELECT iso FROM countries_import);
DROP TABLE countries_import;
--@ down
CREATE TABLE countries_import (
  iso      TEXT PRIMARY KEY,
  name_loc TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO countries_import (iso, name_loc)
SELECT iso, name_loc FROM countries WHERE name_loc IS NOT NULL;
ALTER TABLE countries DROP COLUMN name_loc;
