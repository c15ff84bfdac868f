UPDATE users SET status = 'active' WHERE id = 17;
DELETE FROM roles WHERE code = 'OBSOLETE';
