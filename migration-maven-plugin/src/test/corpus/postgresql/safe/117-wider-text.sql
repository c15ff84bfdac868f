--@ versions 13 18
--@ rows "Product" 3100000
--@ history
CREATE TABLE "Product" ("Id" bigint PRIMARY KEY, "Title" varchar(80) NOT NULL, "Summary" varchar(400));
--@ migration 20240730-product-title
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
ALTER TABLE "Product"
    ALTER COLUMN "Title" TYPE varchar(200),
    ALTER COLUMN "Summary" TYPE text;
