TRUNCATE TABLE countries;
INSERT INTO countries (iso, title) VALUES ('DE', 'Germany');
