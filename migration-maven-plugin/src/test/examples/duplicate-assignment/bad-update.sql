UPDATE customers SET name = 'Ada', city = 'London', name = 'Eve' WHERE id = 7;
