--@ product sqlite
--@ versions 3.40 3.54
--@ rows jobs 7000
--@ history
CREATE TABLE jobs (
  id        INTEGER PRIMARY KEY,
  state     TEXT    NOT NULL,
  locked_by TEXT,
  attempts  INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX ix_jobs_free ON jobs (state) WHERE locked_by IS NULL;
CREATE TABLE job_failures (
  id     INTEGER PRIMARY KEY,
  job_id INTEGER NOT NULL,
  tries  INTEGER NOT NULL
);
CREATE TRIGGER jobs_failed AFTER UPDATE OF state ON jobs WHEN new.state = 'failed'
BEGIN
  INSERT INTO job_failures (job_id, tries) VALUES (new.id, new.attempts);
END;
--@ migration 063
-- WORK-12: locks and attempts live in the broker now
--@ danger drop-column-used: named in the WHERE of the partial index ix_jobs_free
ALTER TABLE jobs DROP COLUMN locked_by;
--@ danger drop-column-used: the trigger jobs_failed reads it
ALTER TABLE jobs DROP COLUMN attempts;
--@ down
ALTER TABLE jobs ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN locked_by TEXT;
