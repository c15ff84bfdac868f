--@ versions 14 18
--@ rows tickets 900000
--@ history
CREATE TYPE ticket_state AS ENUM ('open', 'pending', 'closed');
CREATE TABLE tickets (id bigint PRIMARY KEY, state ticket_state NOT NULL DEFAULT 'open');
--@ migration 0016 transactional=false
ALTER TYPE ticket_state ADD VALUE IF NOT EXISTS 'snoozed' AFTER 'pending';
