--@ versions 13 18
--@ rows support.ticket 1800000
--@ history
CREATE SCHEMA support;
CREATE TYPE support.ticket_status AS ENUM ('new', 'open', 'closed');
CREATE TABLE support.ticket (
    id bigint PRIMARY KEY,
    status support.ticket_status NOT NULL DEFAULT 'new',
    subject text NOT NULL
);
--@ migration 201
--@ danger enum-add-in-tx: the value may not be used before the commit, but the next statement needs it in the same transaction
ALTER TYPE support.ticket_status ADD VALUE 'triage' BEFORE 'open';
SET LOCAL lock_timeout = '2s';
ALTER TABLE support.ticket ALTER COLUMN status SET DEFAULT 'triage';
--@ migration 202
SET LOCAL lock_timeout = '2s';
--@ danger enum-rename: the running release still writes and compares with 'closed' and gets an invalid-input error
ALTER TYPE support.ticket_status RENAME VALUE 'closed' TO 'resolved';
