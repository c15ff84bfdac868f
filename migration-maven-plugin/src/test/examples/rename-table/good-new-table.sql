CREATE TABLE persons (id bigint PRIMARY KEY);
ALTER TABLE persons RENAME TO people;
