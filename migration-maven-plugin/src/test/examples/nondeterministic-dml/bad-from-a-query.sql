INSERT INTO coupons (code, valid_until) SELECT code, current_date + 30 FROM old_coupons WHERE id = 4;
