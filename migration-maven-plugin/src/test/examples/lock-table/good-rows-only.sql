UPDATE customers SET name = 'Ada' WHERE id = (SELECT id FROM customers WHERE id = 7 FOR UPDATE SKIP LOCKED);
