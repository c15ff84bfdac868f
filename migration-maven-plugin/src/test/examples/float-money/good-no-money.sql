CREATE TABLE measurements (
    id bigint PRIMARY KEY,
    temperature double precision,
    discount_rate real,
    cost_factor double precision
);
