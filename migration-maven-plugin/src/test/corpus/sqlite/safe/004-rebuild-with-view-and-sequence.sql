--@ product sqlite
--@ rows tickets 1200
--@ history
CREATE TABLE tickets (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  subject TEXT NOT NULL,
  state   TEXT
);
CREATE INDEX tickets_state ON tickets (state);
CREATE VIEW open_tickets AS SELECT id, subject FROM tickets WHERE state = 'open';
--@ migration 017 transactional=false
-- Nobody has a state of NULL: checked on 2024-09-01, and the application always sets one.
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
DROP VIEW open_tickets;
CREATE TABLE tickets_new (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  subject TEXT NOT NULL,
  state   TEXT DEFAULT 'open'
);
INSERT INTO tickets_new (id, subject, state) SELECT id, subject, state FROM tickets;
-- take the counter along: numbers of purged tickets must not come back
DELETE FROM sqlite_sequence WHERE name = 'tickets_new';
INSERT INTO sqlite_sequence (name, seq)
  SELECT 'tickets_new', seq FROM sqlite_sequence WHERE name = 'tickets';
DROP TABLE tickets;
ALTER TABLE tickets_new RENAME TO tickets;
CREATE INDEX tickets_state ON tickets (state);
CREATE VIEW open_tickets AS SELECT id, subject FROM tickets WHERE state = 'open';
PRAGMA foreign_key_check;
COMMIT;
PRAGMA foreign_keys = ON;
--@ down
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
DROP VIEW open_tickets;
CREATE TABLE tickets_old (id INTEGER PRIMARY KEY AUTOINCREMENT, subject TEXT NOT NULL, state TEXT);
INSERT INTO tickets_old (id, subject, state) SELECT id, subject, state FROM tickets;
DELETE FROM sqlite_sequence WHERE name = 'tickets_old';
INSERT INTO sqlite_sequence (name, seq)
  SELECT 'tickets_old', seq FROM sqlite_sequence WHERE name = 'tickets';
DROP TABLE tickets;
ALTER TABLE tickets_old RENAME TO tickets;
CREATE INDEX tickets_state ON tickets (state);
CREATE VIEW open_tickets AS SELECT id, subject FROM tickets WHERE state = 'open';
PRAGMA foreign_key_check;
COMMIT;
PRAGMA foreign_keys = ON;
