--@ versions 13 18
--@ rows support.ticket 1800000
--@ history
CREATE SCHEMA support;
CREATE TYPE support.ticket_status AS ENUM ('new', 'open', 'closed');
CREATE TABLE support.ticket (id bigint PRIMARY KEY, status support.ticket_status NOT NULL DEFAULT 'new', subject text NOT NULL);
--@ migration 201 transactional=false
ALTER TYPE support.ticket_status ADD VALUE IF NOT EXISTS 'triage' BEFORE 'open';
