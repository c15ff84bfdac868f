--@ versions 15 18
CREATE TABLE users (id bigint PRIMARY KEY, email text, UNIQUE NULLS NOT DISTINCT (email));
