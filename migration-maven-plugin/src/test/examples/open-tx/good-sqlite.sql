--@ product sqlite
--@ migration 001 transactional=false
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE visits (id INTEGER PRIMARY KEY);
COMMIT;
PRAGMA foreign_keys = ON;
