CREATE TABLE visits (id bigint PRIMARY KEY, user_id bigint);
CREATE SEQUENCE visit_numbers;
