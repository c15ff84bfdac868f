--@ migration 001 transactional=false
BEGIN;
SAVEPOINT a;
CREATE TABLE visits (id bigint PRIMARY KEY);
ROLLBACK TO SAVEPOINT a;
CREATE TABLE clicks (id bigint PRIMARY KEY);
COMMIT;
