--@ product sqlite
--@ versions 3.40 3.54
--@ rows order 800
--@ history
CREATE TABLE "order" (
  id      INTEGER PRIMARY KEY,
  "group" TEXT NOT NULL,
  "index" INTEGER NOT NULL DEFAULT 0
);
--@ migration 002
-- double quotes around names only, the values are in single ones
ALTER TABLE "order" ADD COLUMN "drop" TEXT DEFAULT 'none';
CREATE INDEX "ix order" ON "order" ("group", "index");
UPDATE "order" SET "drop" = 'door' WHERE "group" = 'parcel' AND "index" > 3;
CREATE VIEW "truncate" AS
SELECT o."group", o."drop" FROM "order" AS o WHERE o."drop" <> 'none';
--@ down
DROP VIEW "truncate";
DROP INDEX "ix order";
ALTER TABLE "order" DROP COLUMN "drop";
