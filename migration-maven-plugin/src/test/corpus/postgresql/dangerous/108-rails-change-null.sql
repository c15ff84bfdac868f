--@ versions 13 17
--@ rows invoices 18000000
--@ rows payments 22000000
--@ history
CREATE TABLE "invoices" ("id" bigserial primary key, "due_on" date, "number" character varying NOT NULL);
CREATE TABLE "payments" ("id" bigserial primary key, "reference" character varying NOT NULL);
--@ migration 20240227090112
-- change_column_null(:invoices, :due_on, false)
SET LOCAL lock_timeout = '5s';
--@ danger notnull-no-validated-check: reads all 18 million rows under ACCESS EXCLUSIVE; fails at the first NULL
ALTER TABLE "invoices" ALTER COLUMN "due_on" SET NOT NULL;
--@ down
SET LOCAL lock_timeout = '5s';
ALTER TABLE "invoices" ALTER COLUMN "due_on" DROP NOT NULL;
--@ migration 20240227090240
-- change_column_null(:payments, :reference, true)
SET LOCAL lock_timeout = '5s';
--@ danger drop-notnull: old code does not expect NULL, and after the first one there is no way back
ALTER TABLE "payments" ALTER COLUMN "reference" DROP NOT NULL;
--@ down
SET LOCAL lock_timeout = '5s';
--@ danger notnull-no-validated-check: full scan of payments, and failure once a NULL was written
ALTER TABLE "payments" ALTER COLUMN "reference" SET NOT NULL;
