CREATE TABLE articles (
    id bigint PRIMARY KEY,
    "created_at" timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz
);
