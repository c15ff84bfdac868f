--@ migration 001
CREATE TABLE IF NOT EXISTS public."Users" (id bigint PRIMARY KEY, "Nick" text, "Nick2" text);
--@ migration 002
ALTER TABLE "Users" DROP COLUMN "Nick2";
