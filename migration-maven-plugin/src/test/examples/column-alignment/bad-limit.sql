--@ limit 4
CREATE TABLE orders (id bigint PRIMARY KEY, state smallint NOT NULL, customer integer NOT NULL, day date, at timestamptz);
