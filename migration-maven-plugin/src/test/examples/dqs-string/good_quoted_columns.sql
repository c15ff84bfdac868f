--@ history
CREATE TABLE "parcels" ("id" INTEGER PRIMARY KEY, "state" TEXT NOT NULL, "lost" TEXT);
--@ migration 002
UPDATE parcels SET state = "lost" WHERE id = 4 AND state <> "lost";
