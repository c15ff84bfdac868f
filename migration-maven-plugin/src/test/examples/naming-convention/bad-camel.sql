CREATE TABLE "orderLines" (
    id bigint PRIMARY KEY
);
