--@ versions 14 18
--@ rows parcel 8000000
--@ history
CREATE TYPE parcel_state AS ENUM ('announced', 'sorted');
CREATE TABLE parcel (id bigint PRIMARY KEY, state parcel_state NOT NULL DEFAULT 'announced');
--@ migration 0090
-- in a transaction, allowed since 12 as long as nobody uses it before the commit
ALTER TYPE parcel_state ADD VALUE IF NOT EXISTS 'delivered' AFTER 'sorted';
--@ migration 0091
SET LOCAL lock_timeout = '2s';
-- 0090 is committed by now
UPDATE parcel SET state = 'delivered' WHERE id IN (1001, 1002);
