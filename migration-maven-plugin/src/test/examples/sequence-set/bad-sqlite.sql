--@ product sqlite
UPDATE sqlite_sequence SET seq = 0 WHERE name = 'customers';
