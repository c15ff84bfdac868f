SELECT setval('customers_id_seq', (SELECT max(id) FROM customers));
SELECT setval(pg_get_serial_sequence('orders', 'id'), coalesce(MAX(id), 0) + 1, false) FROM orders;
