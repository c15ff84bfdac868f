--@ product sqlite
--@ rows events 40000000
--@ history
CREATE TABLE events (
  id          INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL,
  occurred_at TEXT NOT NULL,
  payload     TEXT
);
--@ migration 051
-- occurred_at was local time of the site; add the same moment as unix time
ALTER TABLE events ADD COLUMN occurred_unix INTEGER;

--@ danger long-writer: 40 million rows in one transaction keep the only writer slot for minutes; everybody else gets SQLITE_BUSY
UPDATE events
   SET occurred_unix = CAST(strftime('%s', occurred_at, 'utc') AS INTEGER);

--@ danger long-writer: building an index over 40 million rows is one long write as well
CREATE INDEX ix_events_occurred_unix ON events (occurred_unix, kind);
--@ down
DROP INDEX ix_events_occurred_unix;
ALTER TABLE events DROP COLUMN occurred_unix;
