--@ versions 14 18
--@ rows ledger_entries 88000000
--@ history
CREATE TABLE ledger_entries (entry_no bigint NOT NULL, account bigint NOT NULL, amount numeric(20,4) NOT NULL);
CREATE UNIQUE INDEX ledger_entries_entry_no_uq ON ledger_entries (entry_no);
--@ migration 118
SET LOCAL lock_timeout = '2s';
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_pk PRIMARY KEY USING INDEX ledger_entries_entry_no_uq;
--@ down
-- a new unique index would be needed before this; the constraint alone goes here
SET LOCAL lock_timeout = '2s';
ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_pk;
