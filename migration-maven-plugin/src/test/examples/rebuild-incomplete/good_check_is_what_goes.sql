--@ history
CREATE TABLE tickets (
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed'))
);
--@ migration 002
CREATE TABLE tickets_new (id INTEGER PRIMARY KEY, state TEXT NOT NULL);
INSERT INTO tickets_new (id, state) SELECT id, state FROM tickets;
DROP TABLE tickets;
ALTER TABLE tickets_new RENAME TO tickets;
