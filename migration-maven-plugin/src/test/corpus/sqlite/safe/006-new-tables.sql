--@ product sqlite
--@ migration 001
-- Loyalty programme, first cut
CREATE TABLE "loyalty_level" (
  "code"       TEXT PRIMARY KEY,
  "label"      TEXT NOT NULL,
  "min_points" INTEGER NOT NULL CHECK ("min_points" >= 0)
);

CREATE TABLE "loyalty_card" (
  "id"         INTEGER PRIMARY KEY,
  "number"     TEXT NOT NULL UNIQUE,
  "level_code" TEXT NOT NULL DEFAULT 'bronze' REFERENCES "loyalty_level" ("code"),
  "issued_at"  TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "loyalty_card_level" ON "loyalty_card" ("level_code");

INSERT INTO "loyalty_level" ("code", "label", "min_points") VALUES
  ('bronze', 'Bronze', 0),
  ('silver', 'Silver', 500),
  ('gold', 'Gold', 2500);
--@ down
DROP TABLE "loyalty_card";
DROP TABLE "loyalty_level";
