--@ versions 13 18
--@ rows account 800000
--@ rows subscription 5600000
--@ history
CREATE TABLE account (id bigint PRIMARY KEY, email text NOT NULL);
CREATE TABLE subscription (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    plan text NOT NULL,
    seats integer NOT NULL,
    external_ref text
);
--@ migration sub-01
SET LOCAL lock_timeout = '2s';
--@ danger unique-no-using-index: the index is built under ACCESS EXCLUSIVE
--@ danger add-unique-existing: fails at the first external_ref given twice
ALTER TABLE subscription ADD CONSTRAINT subscription_ref_uq UNIQUE (external_ref);
--@ migration sub-02
SET LOCAL lock_timeout = '2s';
--@ danger fk-no-not-valid: 5.6 million rows are checked while writes to both tables wait
--@ danger fk-cascade: deleting an account silently deletes all its subscriptions
--@ danger fk-no-index: account_id has no index, each account delete reads the whole table
ALTER TABLE subscription ADD CONSTRAINT subscription_account_fk
    FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE;
--@ migration sub-03
SET LOCAL lock_timeout = '2s';
ALTER TABLE subscription ADD CONSTRAINT subscription_seats_ck CHECK (seats > 0) NOT VALID;
--@ danger validate-same-tx: the scan runs while the lock of the ADD is still held, NOT VALID won nothing
ALTER TABLE subscription VALIDATE CONSTRAINT subscription_seats_ck;
--@ migration sub-04
SET LOCAL lock_timeout = '2s';
--@ danger check-no-not-valid: full scan under ACCESS EXCLUSIVE
ALTER TABLE subscription ADD CONSTRAINT subscription_plan_ck CHECK (plan IN ('free', 'team', 'corp'));
