CREATE TABLE "OrderLine" (
    id bigint PRIMARY KEY
);
