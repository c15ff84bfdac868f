--@ history
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50), nickname varchar(20));
--@ migration 002
ALTER TABLE users
    ALTER COLUMN name TYPE varchar(100) USING name::varchar(100),
    ALTER COLUMN nickname TYPE text USING CAST(nickname AS text);
