--@ history
CREATE TABLE [notes] ([id] INTEGER PRIMARY KEY, [text] TEXT);
--@ migration 002
CREATE TABLE "notes_new" ("id" INT NOT NULL PRIMARY KEY, "text" TEXT);
INSERT INTO "notes_new" SELECT "id", "text" FROM "notes";
DROP TABLE "notes";
ALTER TABLE "notes_new" RENAME TO "notes";
