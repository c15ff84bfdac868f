ALTER TABLE orders ADD COLUMN last_event text;
UPDATE orders o SET last_event = (SELECT kind FROM events e WHERE e.order_id = o.id ORDER BY at DESC LIMIT 1);
