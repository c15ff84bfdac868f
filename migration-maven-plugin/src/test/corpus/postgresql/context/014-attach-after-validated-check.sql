--@ versions 14 18
--@ rows meter_2023 60000000
--@ rows meter_rest 8000000
--@ history
CREATE TABLE meter (id bigint NOT NULL, day date NOT NULL, kwh numeric(12,3)) PARTITION BY RANGE (day);
CREATE TABLE meter_rest PARTITION OF meter DEFAULT;
ALTER TABLE meter_rest ADD CONSTRAINT meter_rest_not_2023
    CHECK (day < '2023-01-01' OR day >= '2024-01-01') NOT VALID;
ALTER TABLE meter_rest VALIDATE CONSTRAINT meter_rest_not_2023;
CREATE TABLE meter_2023 (id bigint NOT NULL, day date NOT NULL, kwh numeric(12,3),
    CONSTRAINT meter_2023_bounds CHECK (day >= '2023-01-01' AND day < '2024-01-01'));
--@ migration 2023-in
SET LOCAL lock_timeout = '2s';
ALTER TABLE meter ATTACH PARTITION meter_2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
