CREATE TABLE orders (id bigint PRIMARY KEY, paid boolean NOT NULL, customer integer NOT NULL);
