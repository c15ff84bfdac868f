INSERT INTO customers (id, name, Name) VALUES (1, 'Ada', 'Eve');
