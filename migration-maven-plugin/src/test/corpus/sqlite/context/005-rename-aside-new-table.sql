--@ product sqlite
--@ migration 050
CREATE TABLE import_jobs (
  id    INTEGER PRIMARY KEY,
  state TEXT
);
--@ down
DROP TABLE import_jobs;
--@ migration 051
-- 050 is in the same release; no table, view or trigger names import_jobs, and it is empty
ALTER TABLE import_jobs RENAME TO import_jobs_old;
CREATE TABLE import_jobs (
  id    INTEGER PRIMARY KEY,
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'running', 'done'))
);
INSERT INTO import_jobs (id, state) SELECT id, coalesce(state, 'new') FROM import_jobs_old;
DROP TABLE import_jobs_old;
--@ down
CREATE TABLE import_jobs_tmp (
  id    INTEGER PRIMARY KEY,
  state TEXT
);
INSERT INTO import_jobs_tmp (id, state) SELECT id, state FROM import_jobs;
DROP TABLE import_jobs;
ALTER TABLE import_jobs_tmp RENAME TO import_jobs;
