--@ product sqlite
--@ versions 3.40 3.54
--@ rows holidays 40
--@ history
CREATE TABLE holidays (
  day  TEXT PRIMARY KEY NOT NULL,
  name TEXT
);
--@ migration 006
-- A short rebuild: no index, trigger or view on it, no foreign key anywhere in this file, 40 rows.
CREATE TABLE holidays_n (
  day  TEXT PRIMARY KEY NOT NULL,
  name TEXT COLLATE NOCASE
);
INSERT INTO holidays_n (day, name) SELECT day, name FROM holidays;
DROP TABLE holidays;
ALTER TABLE holidays_n RENAME TO holidays;
--@ down
CREATE TABLE holidays_n (
  day  TEXT PRIMARY KEY NOT NULL,
  name TEXT
);
INSERT INTO holidays_n (day, name) SELECT day, name FROM holidays;
DROP TABLE holidays;
ALTER TABLE holidays_n RENAME TO holidays;
