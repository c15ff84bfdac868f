UPDATE customers SET note = 'seen' WHERE id = (SELECT min(id) FROM customers);
