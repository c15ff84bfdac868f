--@ product sqlite
--@ versions 3.40 3.54
--@ rows legacy_messages 88000
--@ history
CREATE TABLE legacy_messages (
  id   INTEGER PRIMARY KEY,
  peer TEXT NOT NULL,
  body BLOB
);
--@ migration 070
-- a copy first, one never knows
--@ danger vacuum-in-tx: VACUUM INTO is refused inside the runner's transaction like VACUUM
VACUUM INTO 'messages-before-070.db';
--@ danger drop-table: 88000 messages are gone
DROP TABLE legacy_messages;
--@ down
--@ danger shape-only-rollback: the table comes back without a row
CREATE TABLE legacy_messages (
  id   INTEGER PRIMARY KEY,
  peer TEXT NOT NULL,
  body BLOB
);
