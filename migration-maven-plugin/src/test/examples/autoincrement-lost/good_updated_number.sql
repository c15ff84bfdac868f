--@ history
CREATE TABLE "users" ("id" INTEGER PRIMARY KEY AUTOINCREMENT, "email" TEXT NOT NULL);
--@ migration 002
CREATE TABLE "users_new" ("id" INTEGER PRIMARY KEY AUTOINCREMENT, "email" TEXT NOT NULL DEFAULT '');
INSERT INTO "users_new" ("id", "email") SELECT "id", "email" FROM "users";
update sqlite_sequence set seq = (select seq from sqlite_sequence where name = 'users') where name = 'users_new';
DROP TABLE "users";
ALTER TABLE "users_new" RENAME TO "users";
