--@ product sqlite
UPDATE customers SET name = 'Ada', first_name = 'Eve' WHERE id = 7;
