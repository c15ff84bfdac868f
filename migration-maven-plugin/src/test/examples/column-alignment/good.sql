CREATE TABLE orders (id bigint PRIMARY KEY, created_at timestamptz NOT NULL, paid boolean NOT NULL, sent boolean NOT NULL, note text);
