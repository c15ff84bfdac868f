--@ versions 13 18
--@ rows account 800000
--@ rows subscription 5600000
--@ history
CREATE TABLE account (id bigint PRIMARY KEY, email text NOT NULL);
CREATE TABLE subscription (id bigint PRIMARY KEY, account_id bigint NOT NULL);
CREATE INDEX subscription_account ON subscription (account_id);
--@ migration fk-1
SET LOCAL lock_timeout = '2s';
ALTER TABLE subscription ADD CONSTRAINT subscription_account_fk
    FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE RESTRICT NOT VALID;
--@ migration fk-2
SET LOCAL lock_timeout = '2s';
ALTER TABLE subscription VALIDATE CONSTRAINT subscription_account_fk;
