CREATE TABLE articles (
    id bigint PRIMARY KEY,
    net_price numeric(12, 2) NOT NULL,
    price_cents bigint NOT NULL
);
