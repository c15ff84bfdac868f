--@ product sqlite
--@ rows messages 7000
--@ history
CREATE TABLE messages (
  id      INTEGER PRIMARY KEY,
  chat_id INTEGER NOT NULL,
  body    TEXT
);
CREATE INDEX messages_by_chat ON messages (chat_id);
CREATE TABLE attachments (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);
--@ migration 033
-- ids may exceed 32 bit, so BIGINT as in the PostgreSQL edition
--@ danger rowid-alias-lost: BIGINT PRIMARY KEY is no alias of the rowid; inserts without an id store NULL from now on
CREATE TABLE "messages_v2" (
  "id"      BIGINT PRIMARY KEY,
  "chat_id" BIGINT NOT NULL,
  "body"    TEXT
);
INSERT INTO "messages_v2" ("id", "chat_id", "body") SELECT id, chat_id, body FROM messages;
DROP TABLE messages;
ALTER TABLE "messages_v2" RENAME TO messages;
CREATE INDEX messages_by_chat ON messages (chat_id);

--@ danger rowid-alias-lost: WITHOUT ROWID gives no ids by itself; every insert that relies on them fails with NOT NULL
CREATE TABLE attachments_v2 (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO attachments_v2 (id, name) SELECT id, name FROM attachments;
DROP TABLE attachments;
ALTER TABLE attachments_v2 RENAME TO attachments;
