CREATE TABLE "cities" ("id" INTEGER PRIMARY KEY, "state" TEXT DEFAULT 'open' CHECK ("state" <> ''));
