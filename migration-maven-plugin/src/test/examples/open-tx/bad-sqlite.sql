--@ product sqlite
--@ migration 001 transactional=false
BEGIN;
CREATE TABLE visits (id INTEGER PRIMARY KEY);
