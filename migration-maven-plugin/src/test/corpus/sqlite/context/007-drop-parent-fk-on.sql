--@ product sqlite
--@ migration 060
CREATE TABLE survey (
  id    INTEGER PRIMARY KEY,
  title TEXT
);
CREATE TABLE survey_answer (
  id        INTEGER PRIMARY KEY,
  survey_id INTEGER NOT NULL REFERENCES survey (id) ON DELETE CASCADE,
  answer    TEXT
);
--@ down
DROP TABLE survey_answer;
DROP TABLE survey;
--@ migration 061 transactional=false
-- both tables are of this release and hold nothing yet, so the cascade has nothing to delete
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
CREATE TABLE survey_new (
  id    INTEGER PRIMARY KEY,
  title TEXT NOT NULL DEFAULT 'untitled'
);
INSERT INTO survey_new (id, title) SELECT id, coalesce(title, 'untitled') FROM survey;
DROP TABLE survey;
ALTER TABLE survey_new RENAME TO survey;
PRAGMA foreign_key_check;
COMMIT;
--@ down
BEGIN IMMEDIATE;
CREATE TABLE survey_old (id INTEGER PRIMARY KEY, title TEXT);
INSERT INTO survey_old (id, title) SELECT id, title FROM survey;
DROP TABLE survey;
ALTER TABLE survey_old RENAME TO survey;
COMMIT;
