CREATE TABLE parts (id bigint PRIMARY KEY, kind text);
ALTER TABLE parts DROP COLUMN kind CASCADE;
