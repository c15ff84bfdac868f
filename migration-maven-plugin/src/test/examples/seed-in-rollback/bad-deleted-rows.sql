DELETE FROM customers WHERE last_login < '2020-01-01' AND id < 1000;
--@ down
INSERT INTO customers (id, name) VALUES (1, 'restored');
