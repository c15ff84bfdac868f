--@ versions 14 18
--@ rows balances 2500000
--@ history
CREATE TABLE balances (id bigserial PRIMARY KEY, account_id bigint NOT NULL, cents bigint NOT NULL);
CREATE FUNCTION balances_audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER balances_audit_trg BEFORE INSERT OR UPDATE ON balances FOR EACH ROW EXECUTE FUNCTION balances_audit();
--@ migration 0102
SET LOCAL lock_timeout = '2s';
--@ danger lock-table: nobody reads or writes balances until commit
LOCK TABLE balances IN ACCESS EXCLUSIVE MODE;
--@ danger trigger-add-disable: rows written from here on are not audited
ALTER TABLE balances DISABLE TRIGGER ALL;
UPDATE balances SET cents = 0 WHERE account_id = 4711;
ALTER TABLE balances ENABLE TRIGGER ALL;
--@ danger sequence-set: not undone by a rollback, and below the maximum it yields duplicate keys
SELECT setval('balances_id_seq', 1000000);
