UPDATE users SET country = 'DE' WHERE id IN (SELECT user_id FROM orders);
