-- name: orders_of :many
SELECT o.id FROM orders o JOIN customer c ON c.id = o.customer WHERE c.name = :name;

-- name: add
INSERT INTO orders (id, customer) VALUES (?, ?);
