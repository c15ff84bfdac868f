--@ product sqlite
--@ rows photos 200000
--@ history
CREATE TABLE photos (
  id     INTEGER PRIMARY KEY,
  path   TEXT NOT NULL,
  folder TEXT
);
--@ migration 044 transactional=false
-- folder came with 043 and is NULL everywhere; first slice, the application fills in the rest as it reads
PRAGMA busy_timeout = 5000;
BEGIN IMMEDIATE;
UPDATE photos
   SET folder = substr(path, 1, instr(path, '/') - 1)
 WHERE id BETWEEN 1 AND 1000
   AND folder IS NULL
   AND instr(path, '/') > 1;
COMMIT;
--@ down
PRAGMA busy_timeout = 5000;
UPDATE photos SET folder = NULL WHERE id BETWEEN 1 AND 1000;
