--@ history
CREATE TABLE users (
    id bigint PRIMARY KEY,
    name varchar(50),
    nickname character varying(20),
    amount numeric(10, 2),
    address varchar(100)
);
--@ migration 002
ALTER TABLE users ALTER COLUMN name TYPE varchar(100);
ALTER TABLE users ALTER COLUMN nickname TYPE text;
ALTER TABLE users ALTER COLUMN amount TYPE numeric(12, 2), ALTER COLUMN address SET DATA TYPE varchar;
