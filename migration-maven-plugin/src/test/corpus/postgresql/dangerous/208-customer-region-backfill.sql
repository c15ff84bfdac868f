--@ versions 13 18
--@ rows customer 9300000
--@ history
CREATE TABLE customer (
    id bigint PRIMARY KEY,
    country_code char(2) NOT NULL
);
--@ migration 0121_customer_region
SET LOCAL lock_timeout = '2s';
ALTER TABLE customer ADD COLUMN region text;
--@ danger ddl-plus-dml-one-tx: the lock of the ADD COLUMN is held for the whole backfill
--@ danger unbatched-backfill: 9.3 million rows in one statement
--@ danger work-after-accessexclusive: nobody reads customer while it runs
UPDATE customer
   SET region = CASE WHEN country_code IN ('US', 'CA', 'MX') THEN 'amer'
                     WHEN country_code IN ('JP', 'KR', 'CN') THEN 'apac'
                     ELSE 'emea' END
 WHERE region IS NULL;
--@ danger notnull-no-validated-check: full scan, no validated CHECK proves it
ALTER TABLE customer ALTER COLUMN region SET NOT NULL;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE customer DROP COLUMN region;
