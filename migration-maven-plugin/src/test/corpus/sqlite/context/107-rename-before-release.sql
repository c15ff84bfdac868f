--@ product sqlite
--@ versions 3.40 3.54
--@ migration 090
CREATE TABLE person_badge (
  id     INTEGER PRIMARY KEY,
  number TEXT NOT NULL
);
--@ down
DROP TABLE person_badge;
--@ migration 091
-- review: plural, and badge_no; nobody has the table yet, 090 and 091 go out together
ALTER TABLE person_badge RENAME TO person_badges;
ALTER TABLE person_badges RENAME COLUMN number TO badge_no;
--@ down
ALTER TABLE person_badges RENAME COLUMN badge_no TO number;
ALTER TABLE person_badges RENAME TO person_badge;
