--@ versions 14 18
--@ rows tickets 900000
--@ history
CREATE TYPE ticket_state AS ENUM ('open', 'pending', 'closed');
CREATE TABLE tickets (id bigint PRIMARY KEY, state ticket_state NOT NULL DEFAULT 'open', snoozed_until timestamptz);
--@ migration 0016
SET LOCAL lock_timeout = '2s';
--@ danger enum-add-in-tx: the new value is not usable before commit, the DEFAULT below fails ("unsafe use of new value")
ALTER TYPE ticket_state ADD VALUE 'snoozed' AFTER 'pending';
ALTER TABLE tickets ALTER COLUMN state SET DEFAULT 'snoozed';
