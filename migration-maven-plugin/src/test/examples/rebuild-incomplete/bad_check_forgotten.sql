--@ history
CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  balance INTEGER NOT NULL CHECK (balance >= 0),
  note TEXT
);
--@ migration 002
CREATE TABLE accounts_new (
  id INTEGER PRIMARY KEY,
  balance INTEGER NOT NULL,
  note TEXT NOT NULL DEFAULT ''
);
INSERT INTO accounts_new (id, balance, note) SELECT id, balance, coalesce(note, '') FROM accounts;
DROP TABLE accounts;
ALTER TABLE accounts_new RENAME TO accounts;
