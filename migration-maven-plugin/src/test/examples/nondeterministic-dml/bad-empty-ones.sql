UPDATE coupons SET code = upper(substr(md5(random()::text), 1, 8)) WHERE id <= 300 AND code IS NULL;
