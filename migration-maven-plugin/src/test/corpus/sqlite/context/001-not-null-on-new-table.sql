--@ product sqlite
--@ migration 030
CREATE TABLE coupons (
  id   INTEGER PRIMARY KEY,
  code TEXT NOT NULL
);
-- review remark of Jana: a coupon needs an end
ALTER TABLE coupons ADD COLUMN valid_until TEXT NOT NULL;
CREATE INDEX coupons_valid_until ON coupons (valid_until);
--@ down
DROP TABLE coupons;
