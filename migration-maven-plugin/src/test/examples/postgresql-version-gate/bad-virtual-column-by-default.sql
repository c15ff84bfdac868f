--@ versions 17 18
CREATE TABLE orders (id bigint PRIMARY KEY, net numeric(12, 2), gross numeric GENERATED ALWAYS AS (net * 1.2));
