--@ versions 13 18
--@ rows "OrderLine" 61000000
--@ history
create table "OrderLine" ("id" bigint primary key, "orderId" bigint not null, "sku" text not null);
--@ migration 0042_order_line_index transactional=false
-- left by a build which was cancelled
drop index concurrently if exists "OrderLine_orderId_idx";
create index concurrently "OrderLine_orderId_idx" on "OrderLine" ("orderId");
--@ down
drop index concurrently if exists "OrderLine_orderId_idx";
