--@ versions 14 18
--@ rows accounts 1000000
--@ rows transfers 50000000
--@ rows cards 1300000
--@ history
CREATE TABLE accounts (id bigint PRIMARY KEY, iban text);
CREATE TABLE cards (id bigint PRIMARY KEY, account_id bigint NOT NULL);
CREATE TABLE transfers (id bigint PRIMARY KEY, from_account bigint NOT NULL, to_account bigint NOT NULL);
--@ migration 2025.4.1
-- tenant column everywhere
SET LOCAL lock_timeout = '10s';
ALTER TABLE transfers ADD COLUMN tenant_id integer;
--@ danger multi-table-exclusive: second ACCESS EXCLUSIVE while transfers is held; order is against the application's, deadlock
ALTER TABLE cards ADD COLUMN tenant_id integer;
--@ danger multi-table-exclusive: third table; all three stay blocked until commit
ALTER TABLE accounts ADD COLUMN tenant_id integer;
--@ down
SET LOCAL lock_timeout = '10s';
ALTER TABLE accounts DROP COLUMN tenant_id;
ALTER TABLE cards DROP COLUMN tenant_id;
ALTER TABLE transfers DROP COLUMN tenant_id;
