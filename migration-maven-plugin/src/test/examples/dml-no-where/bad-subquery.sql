UPDATE users u SET orders = (SELECT count(*) FROM orders o WHERE o.user_id = u.id);
