--@ history
CREATE TABLE "parcels" ("id" INTEGER PRIMARY KEY, "state" TEXT NOT NULL, "before" TEXT);
--@ migration 002
CREATE VIEW "same" AS SELECT p.id AS "the id", 'state = "x"' AS "text" FROM parcels p WHERE p.state = "before" AND p."state" <> 'y';
