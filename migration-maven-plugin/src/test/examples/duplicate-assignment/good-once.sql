UPDATE customers SET name = 'Ada', city = 'London' WHERE id = 7;
