-- // What was there before the first migration.

CREATE TABLE legacy_note (
  id INTEGER NOT NULL PRIMARY KEY,
  text VARCHAR(200)
);
