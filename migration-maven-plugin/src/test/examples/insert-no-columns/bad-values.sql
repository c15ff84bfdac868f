INSERT INTO countries VALUES ('de', 'Germany');
