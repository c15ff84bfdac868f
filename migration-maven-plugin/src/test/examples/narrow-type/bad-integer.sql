--@ also type-rewrite
--@ history
CREATE TABLE "Orders" (id bigint PRIMARY KEY, "Total" numeric(12, 2), amount bigint);
--@ migration 002
ALTER TABLE "Orders" ALTER COLUMN "Total" TYPE numeric(8, 2), ALTER COLUMN amount SET DATA TYPE integer;
