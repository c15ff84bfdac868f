CREATE SEQUENCE order_numbers;
SELECT setval('order_numbers', 5000);
ALTER SEQUENCE order_numbers RESTART WITH 6000;
