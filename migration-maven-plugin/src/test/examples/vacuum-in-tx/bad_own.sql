--@ migration 001 transactional=false
BEGIN;
vacuum main;
COMMIT;
