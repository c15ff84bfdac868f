--@ migration 001 transactional=false
BEGIN;
ALTER TABLE shop."Users" RENAME TO people;
CREATE VIEW shop."Users" AS SELECT id, email FROM shop.people;
COMMIT;
