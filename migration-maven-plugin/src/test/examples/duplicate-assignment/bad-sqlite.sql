--@ product sqlite
UPDATE customers SET name = 'Ada', [name] = 'Eve' WHERE id = 7;
