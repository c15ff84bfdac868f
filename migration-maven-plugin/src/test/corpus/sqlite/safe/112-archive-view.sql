--@ product sqlite
--@ versions 3.40 3.54
--@ rows letters 600
--@ history
CREATE TABLE letters (
  id      INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  state   TEXT NOT NULL
);
--@ migration 015
-- "archived" becomes a flag; the old column stays until the next release is everywhere
ALTER TABLE letters ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));
UPDATE letters SET archived = 1 WHERE state = 'archived' AND archived = 0;
CREATE VIEW IF NOT EXISTS v_inbox AS
SELECT id, subject FROM letters WHERE archived = 0;
--@ down
DROP VIEW IF EXISTS v_inbox;
ALTER TABLE letters DROP COLUMN archived;
