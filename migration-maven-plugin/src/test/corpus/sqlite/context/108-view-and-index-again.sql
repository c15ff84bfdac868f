--@ product sqlite
--@ versions 3.40 3.54
--@ rows shelves 90
--@ history
CREATE TABLE shelves (
  id    INTEGER PRIMARY KEY,
  place TEXT NOT NULL,
  cap   INTEGER NOT NULL
);
CREATE VIEW v_shelves AS SELECT id, place FROM shelves;
CREATE INDEX ix_shelves_place ON shelves (place);
--@ migration 016
-- DROP and CREATE of the same names in one transaction: wider view, wider index, the way back has the old texts
DROP VIEW v_shelves;
CREATE VIEW v_shelves AS SELECT id, place, cap FROM shelves;
DROP INDEX ix_shelves_place;
CREATE INDEX ix_shelves_place ON shelves (place, cap);
--@ down
DROP VIEW v_shelves;
CREATE VIEW v_shelves AS SELECT id, place FROM shelves;
DROP INDEX ix_shelves_place;
CREATE INDEX ix_shelves_place ON shelves (place);
