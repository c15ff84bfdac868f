--@ versions 13 18
--@ rows app.account 600000
--@ rows app.audit_entry 110000000
--@ history
CREATE SCHEMA app;
CREATE TABLE app.account (id uuid PRIMARY KEY, plan text NOT NULL);
CREATE TABLE app.audit_entry (
    id         bigint PRIMARY KEY,
    account_id uuid,
    what       text NOT NULL
);
--@ migration 2024-05-07T10-00
SET LOCAL lock_timeout = '2s';
--@ danger fk-cascade: deleting an account silently deletes its audit trail
--@ danger fk-no-index: each deleted account scans 110 million rows
ALTER TABLE app.audit_entry
    ADD CONSTRAINT audit_entry_account_fk FOREIGN KEY (account_id)
        REFERENCES app.account (id) ON DELETE CASCADE
        NOT VALID;
--@ danger validate-same-tx: the strong lock of the ADD is held during the whole scan
ALTER TABLE app.audit_entry VALIDATE CONSTRAINT audit_entry_account_fk;
