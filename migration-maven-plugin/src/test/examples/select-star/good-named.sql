CREATE VIEW active_customers AS SELECT id, name, count(*) OVER () AS total FROM customers WHERE active;
