LOCK TABLE customers;
UPDATE customers SET name = 'Ada' WHERE id = 7;
