--@ versions 14 18
--@ rows "OrderItems" 45000000
--@ history
CREATE TABLE "OrderItems" ("Id" bigint PRIMARY KEY, "OrderId" bigint, "Sku" text, "Status" smallint);
--@ migration 66 transactional=false
SET statement_timeout = 0;
--@ danger many-nontx-steps: if the second or third statement fails, the first stays
--@ danger not-rerunnable: a retry stops here with "already exists"
CREATE INDEX CONCURRENTLY "IX_OrderItems_OrderId" ON "OrderItems" ("OrderId");
--@ danger concurrently-if-not-exists: a failed build leaves an INVALID unique index, the retry skips it and nothing is enforced
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "UX_OrderItems_Order_Sku" ON "OrderItems" ("OrderId", "Sku");
RESET statement_timeout;
--@ down
DROP INDEX CONCURRENTLY IF EXISTS "UX_OrderItems_Order_Sku";
DROP INDEX CONCURRENTLY IF EXISTS "IX_OrderItems_OrderId";
