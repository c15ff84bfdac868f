--@ product sqlite
--@ rows tickets 2500
--@ history
CREATE TABLE tickets (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  subject VARCHAR(80) NOT NULL,
  state   TEXT NOT NULL
);
CREATE INDEX tickets_state ON tickets (state);
--@ migration 028 transactional=false
-- Ticket numbers are printed on letters and never used twice, hence AUTOINCREMENT.
-- Closed tickets are purged nightly, so max(id) is far below the sequence.
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
CREATE TABLE tickets_new (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  subject TEXT NOT NULL,
  state   TEXT NOT NULL CHECK (state IN ('open', 'waiting', 'closed'))
);
INSERT INTO tickets_new (id, subject, state) SELECT id, subject, state FROM tickets;
--@ danger autoincrement-lost: sqlite_sequence of the old table goes; the new one counts from the greatest id that is left, numbers are used again
DROP TABLE tickets;
ALTER TABLE tickets_new RENAME TO tickets;
CREATE INDEX tickets_state ON tickets (state);
PRAGMA foreign_key_check;
COMMIT;
PRAGMA foreign_keys = ON;
