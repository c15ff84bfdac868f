ALTER TABLE users ADD COLUMN orders bigint;
UPDATE users u SET orders = o.n FROM order_counts o WHERE o.user_id = u.id;
