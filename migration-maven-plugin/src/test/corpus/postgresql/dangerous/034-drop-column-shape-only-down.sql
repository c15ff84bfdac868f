--@ versions 14 18
--@ rows crm.leads 1200000
--@ history
CREATE SCHEMA crm;
CREATE TABLE crm.leads (id bigint PRIMARY KEY, company text NOT NULL, phone text, "faxNumber" text);
--@ migration 20250203120000
SET LOCAL lock_timeout = '2s';
--@ danger drop-column: values are lost and running code still selects it
ALTER TABLE crm.leads DROP COLUMN "faxNumber";
--@ down
SET LOCAL lock_timeout = '2s';
--@ danger shape-only-rollback: the column comes back empty
ALTER TABLE crm.leads ADD COLUMN "faxNumber" text;
