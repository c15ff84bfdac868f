CREATE TABLE users (id bigint PRIMARY KEY, phone text, fax text);
ALTER TABLE users DROP COLUMN fax;
