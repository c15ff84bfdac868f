--@ product sqlite
--@ versions 3.40 3.54
--@ rows queue_tickets 700
--@ history
CREATE TABLE queue_tickets (
  no      INTEGER PRIMARY KEY AUTOINCREMENT,
  counter INTEGER NOT NULL,
  called  INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX ix_queue_tickets_counter ON queue_tickets (counter);
--@ migration 005
-- Nobody refers to queue_tickets. The rebuild is one transaction, that of the runner.
CREATE TABLE queue_tickets_n (
  no      INTEGER PRIMARY KEY AUTOINCREMENT,
  counter INTEGER NOT NULL DEFAULT 1,
  called  INTEGER NOT NULL DEFAULT 0
);
INSERT INTO queue_tickets_n (no, counter, called)
SELECT no, counter, called FROM queue_tickets;
-- the last number that was given, also when that row is deleted by now
DELETE FROM sqlite_sequence WHERE name = 'queue_tickets_n';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'queue_tickets_n', seq FROM sqlite_sequence WHERE name = 'queue_tickets';
CREATE TEMP TABLE copy_guard (same INTEGER PRIMARY KEY CHECK (same = 1));
INSERT INTO copy_guard (same)
SELECT (SELECT count(*) FROM queue_tickets) = (SELECT count(*) FROM queue_tickets_n);
DROP TABLE temp.copy_guard;
DROP TABLE queue_tickets;
ALTER TABLE queue_tickets_n RENAME TO queue_tickets;
CREATE INDEX ix_queue_tickets_counter ON queue_tickets (counter);
PRAGMA foreign_key_check;
--@ down
CREATE TABLE queue_tickets_n (
  no      INTEGER PRIMARY KEY AUTOINCREMENT,
  counter INTEGER NOT NULL,
  called  INTEGER NOT NULL DEFAULT 0
);
INSERT INTO queue_tickets_n (no, counter, called)
SELECT no, counter, called FROM queue_tickets;
DELETE FROM sqlite_sequence WHERE name = 'queue_tickets_n';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'queue_tickets_n', seq FROM sqlite_sequence WHERE name = 'queue_tickets';
CREATE TEMP TABLE copy_guard (same INTEGER PRIMARY KEY CHECK (same = 1));
INSERT INTO copy_guard (same)
SELECT (SELECT count(*) FROM queue_tickets) = (SELECT count(*) FROM queue_tickets_n);
DROP TABLE temp.copy_guard;
DROP TABLE queue_tickets;
ALTER TABLE queue_tickets_n RENAME TO queue_tickets;
CREATE INDEX ix_queue_tickets_counter ON queue_tickets (counter);
PRAGMA foreign_key_check;
