--@ versions 14 18
CREATE TABLE orders (id bigint PRIMARY KEY, net numeric(12, 2), gross numeric(12, 2) GENERATED ALWAYS AS (net * 1.2) STORED);
