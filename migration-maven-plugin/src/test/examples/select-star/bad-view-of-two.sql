CREATE OR REPLACE VIEW shop.order_lines AS
SELECT o.id AS order_id, l.* FROM shop.orders o JOIN shop.lines l ON l.order_id = o.id;
