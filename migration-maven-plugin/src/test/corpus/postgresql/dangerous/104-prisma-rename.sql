--@ versions 14 17
--@ rows "Order" 12000000
--@ rows "OrderLine" 47000000
--@ history
CREATE TABLE "Order" (
    "id" BIGINT NOT NULL,
    "custId" BIGINT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "OrderLine" (
    "id" BIGINT NOT NULL,
    "sku" TEXT NOT NULL,
    CONSTRAINT "OrderLine_pkey" PRIMARY KEY ("id")
);
--@ migration 20240611074512_customer_id
SET LOCAL lock_timeout = '2s';
-- AlterTable
--@ danger rename-column: the running release still selects "custId"
ALTER TABLE "Order" RENAME COLUMN "custId" TO "customerId";
--@ migration 20240611074513_order_line
SET LOCAL lock_timeout = '2s';
-- RenameTable
--@ danger rename-table: the running release still reads "OrderLine"
ALTER TABLE "OrderLine" RENAME TO "order_line";
