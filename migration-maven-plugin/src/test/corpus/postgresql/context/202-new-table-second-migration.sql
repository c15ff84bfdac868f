--@ versions 13 18
--@ migration 410
CREATE TABLE coupon (id bigint PRIMARY KEY, code varchar(20) NOT NULL);
--@ down
DROP TABLE coupon;
--@ migration 411
CREATE INDEX coupon_code ON coupon (code);
--@ down
DROP INDEX coupon_code;
--@ migration 412
ALTER TABLE coupon ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();
--@ down
ALTER TABLE coupon DROP COLUMN token;
