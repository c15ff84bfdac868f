--@ migration 001 transactional=false
BEGIN;
TRUNCATE TABLE "Events" CONTINUE IDENTITY RESTRICT;
COMMIT;
