--@ history
CREATE TABLE measurements_2023 (id bigint PRIMARY KEY, taken_at date NOT NULL, value numeric CHECK (value > 0));
--@ migration 002
ALTER TABLE "measurements" ATTACH PARTITION measurements_2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
