--@ migration 001 transactional=false
BEGIN;
CREATE TABLE visits (id bigint PRIMARY KEY);
COMMIT;
BEGIN;
CREATE TABLE clicks (id bigint PRIMARY KEY);
