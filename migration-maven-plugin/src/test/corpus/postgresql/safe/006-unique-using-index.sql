--@ versions 14 18
--@ rows coupons 3200000
--@ history
CREATE TABLE coupons (id bigint PRIMARY KEY, shop_id bigint NOT NULL, code text NOT NULL);
--@ migration 0019 transactional=false
DROP INDEX CONCURRENTLY IF EXISTS coupons_shop_code_uq;
CREATE UNIQUE INDEX CONCURRENTLY coupons_shop_code_uq ON coupons (shop_id, code);
--@ down
DROP INDEX CONCURRENTLY IF EXISTS coupons_shop_code_uq;
--@ migration 0020
SET LOCAL lock_timeout = '1500ms';
ALTER TABLE coupons ADD CONSTRAINT coupons_shop_code_uq UNIQUE USING INDEX coupons_shop_code_uq;
--@ down
-- also drops the index, 0019's way back is IF EXISTS
SET LOCAL lock_timeout = '1500ms';
ALTER TABLE coupons DROP CONSTRAINT coupons_shop_code_uq;
