--@ product sqlite
--@ versions 3.40 3.54
--@ migration 030
/* The console gets a built-in help.
   It must not be confused with what it describes:
   DROP TABLE users; VACUUM; PRAGMA writable_schema = ON; */
CREATE TABLE help_topics (
  topic TEXT PRIMARY KEY,
  body  TEXT NOT NULL,
  level TEXT NOT NULL DEFAULT 'user' -- DEFAULT CURRENT_TIMESTAMP was considered, no
) WITHOUT ROWID;

INSERT INTO help_topics (topic, body) VALUES
  ('compact', 'Runs VACUUM; nobody else may have the file open.'),
  ('reset',   'Does DELETE FROM queue; and then DROP TABLE queue_old;'),
  ('import',  'Uses INSERT OR REPLACE INTO items SELECT * FROM staging;'),
  ('mode',    'PRAGMA journal_mode = DELETE; -- only without other readers'),
  ('schema',  'ALTER TABLE items ADD COLUMN x TEXT NOT NULL; fails, it''s on purpose');
INSERT INTO help_topics (topic, body, level)
VALUES ('repair', 'PRAGMA foreign_keys = OFF; ATTACH ''backup.db'' AS b;', 'service');
--@ down
DROP TABLE help_topics;
