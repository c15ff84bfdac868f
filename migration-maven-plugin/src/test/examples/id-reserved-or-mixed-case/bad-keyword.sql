CREATE TABLE payments (
    id bigint PRIMARY KEY,
    "order" bigint NOT NULL
);
