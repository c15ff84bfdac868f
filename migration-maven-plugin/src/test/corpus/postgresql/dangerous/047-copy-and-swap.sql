--@ versions 14 18
--@ rows messages 14000000
--@ history
CREATE TABLE messages (id integer PRIMARY KEY, thread_id integer NOT NULL, body text, sent_at timestamp);
--@ migration 2.9.0
SET LOCAL lock_timeout = '5s';
CREATE TABLE messages_new (
    id        bigint PRIMARY KEY,
    thread_id bigint NOT NULL,
    body      text,
    sent_at   timestamptz
);
--@ danger unbatched-backfill: 14M rows in one transaction, rows written meanwhile are lost
INSERT INTO messages_new (id, thread_id, body, sent_at)
SELECT id, thread_id, body, sent_at AT TIME ZONE 'UTC' FROM messages;
--@ danger copy-swap-no-check: swapped without comparing counts and without stopping writers
ALTER TABLE messages RENAME TO messages_old;
ALTER TABLE messages_new RENAME TO messages;
--@ danger drop-table: the only complete copy is removed in the same transaction
DROP TABLE messages_old;
