--@ product sqlite
--@ versions 3.40 3.54
--@ rows tariffs 60
--@ history
CREATE TABLE tariffs (
  zone  TEXT    NOT NULL,
  cents INTEGER NOT NULL,
  PRIMARY KEY (zone)
) WITHOUT ROWID;
--@ migration 026
-- Prices of June by way of a scratch table; the old ones are kept for the way back.
CREATE TABLE tariffs_before_026 (
  zone  TEXT    NOT NULL PRIMARY KEY,
  cents INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO tariffs_before_026 (zone, cents) SELECT zone, cents FROM tariffs;

CREATE TEMP TABLE june (
  zone  TEXT    NOT NULL PRIMARY KEY,
  cents INTEGER NOT NULL
);
INSERT INTO june (zone, cents) VALUES ('A', 290), ('B', 340), ('C', 410);
UPDATE tariffs
SET cents = (SELECT j.cents FROM june AS j WHERE j.zone = tariffs.zone)
WHERE zone IN (SELECT zone FROM june);
DELETE FROM june;
DROP TABLE temp.june;
--@ down
UPDATE tariffs
SET cents = (SELECT b.cents FROM tariffs_before_026 AS b WHERE b.zone = tariffs.zone)
WHERE zone IN (SELECT zone FROM tariffs_before_026);
DROP TABLE tariffs_before_026;
