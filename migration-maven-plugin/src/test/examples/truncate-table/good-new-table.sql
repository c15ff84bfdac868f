CREATE TABLE imported (id bigint PRIMARY KEY);
TRUNCATE TABLE imported;
