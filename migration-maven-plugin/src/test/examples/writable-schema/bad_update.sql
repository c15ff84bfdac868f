UPDATE sqlite_master SET sql = replace(sql, 'TEXT', 'INTEGER') WHERE type = 'table' AND name = 'users';
