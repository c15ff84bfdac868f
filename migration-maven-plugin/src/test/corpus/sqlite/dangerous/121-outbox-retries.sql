--@ product sqlite
--@ versions 3.40 3.54
--@ rows outbox 900
--@ history
CREATE TABLE outbox (
  id      INTEGER PRIMARY KEY,
  status  TEXT NOT NULL,
  payload TEXT NOT NULL
);
--@ migration 014
ALTER TABLE outbox ADD COLUMN retries INTEGER;
--@ danger dqs-string: "$.retries" and "failed" are identifiers; they work as long as the library guesses and a build with DQS off says no such column
UPDATE outbox SET retries = json_extract(payload, "$.retries") WHERE status = "failed";

--@ danger dqs-string: a column named queued, or a strict build, and the view means something else or does not open
CREATE VIEW v_outbox_waiting AS
SELECT o.id, o.retries FROM outbox AS o WHERE o.status = "queued";
--@ down
DROP VIEW v_outbox_waiting;
ALTER TABLE outbox DROP COLUMN retries;
