--@ versions 13 18
--@ migration 500
CREATE TABLE coupon_use (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    coupon_id bigint NOT NULL,
    order_no varchar(24) NOT NULL
);
--@ down
SET LOCAL lock_timeout = '2s';
DROP TABLE coupon_use;
--@ migration 501
CREATE INDEX coupon_use_coupon_idx ON coupon_use (coupon_id);
ALTER TABLE coupon_use ADD CONSTRAINT coupon_use_order_no_key UNIQUE (order_no);
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE coupon_use DROP CONSTRAINT coupon_use_order_no_key;
DROP INDEX coupon_use_coupon_idx;
