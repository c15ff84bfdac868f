CREATE VIEW customers_with_orders AS
SELECT c.id, c.name FROM customers c WHERE EXISTS (SELECT * FROM orders o WHERE o.customer_id = c.id);
