UPDATE orders o SET region = u.region FROM users u WHERE u.id = o.user_id;
