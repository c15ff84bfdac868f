--@ product sqlite
DELETE FROM sqlite_sequence WHERE name = 'customers';
