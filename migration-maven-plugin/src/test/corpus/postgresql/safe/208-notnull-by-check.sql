--@ versions 13 18
--@ rows customer 9300000
--@ history
CREATE TABLE customer (id bigint PRIMARY KEY, country_code char(2) NOT NULL, region text);
--@ migration 0121_1
SET LOCAL lock_timeout = '2s';
ALTER TABLE customer ADD CONSTRAINT customer_region_nn CHECK (region IS NOT NULL) NOT VALID;
--@ migration 0121_2
SET LOCAL lock_timeout = '2s';
ALTER TABLE customer VALIDATE CONSTRAINT customer_region_nn;
--@ migration 0121_3
SET LOCAL lock_timeout = '2s';
ALTER TABLE customer ALTER COLUMN region SET NOT NULL;
