--@ migration 001 transactional=false
BEGIN;
PRAGMA journal_mode=DELETE;
COMMIT;
