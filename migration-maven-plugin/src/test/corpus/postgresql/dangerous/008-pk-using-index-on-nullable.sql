--@ versions 14 18
--@ rows ledger_entries 88000000
--@ history
CREATE TABLE ledger_entries (
    entry_no bigint,
    account  bigint NOT NULL,
    amount   numeric(20,4) NOT NULL,
    booked_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX ledger_entries_entry_no_uq ON ledger_entries (entry_no);
--@ migration 118
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10min';
--@ danger pk-on-nullable: entry_no allows NULL, so this implies SET NOT NULL with a full scan under ACCESS EXCLUSIVE
ALTER TABLE ledger_entries
  ADD CONSTRAINT ledger_entries_pk PRIMARY KEY USING INDEX ledger_entries_entry_no_uq;
COMMENT ON TABLE ledger_entries IS 'append only';
