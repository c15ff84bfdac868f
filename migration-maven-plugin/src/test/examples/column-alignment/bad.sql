CREATE TABLE orders (paid boolean NOT NULL, id bigint PRIMARY KEY, sent boolean NOT NULL, created_at timestamptz NOT NULL);
