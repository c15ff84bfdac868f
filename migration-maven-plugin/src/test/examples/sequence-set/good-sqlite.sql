--@ product sqlite
UPDATE sqlite_sequence SET seq = (SELECT max(id) FROM customers) WHERE name = 'customers';
