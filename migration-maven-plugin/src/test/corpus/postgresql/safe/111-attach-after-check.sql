--@ versions 13 18
--@ rows metering.reading_2024 82000000
--@ history
CREATE SCHEMA metering;
CREATE TABLE metering.reading (
    meter_id bigint NOT NULL,
    day      date   NOT NULL,
    kwh      numeric(12,3) NOT NULL,
    PRIMARY KEY (meter_id, day)
) PARTITION BY RANGE (day);
CREATE TABLE metering.reading_2024 (
    meter_id bigint NOT NULL,
    day      date   NOT NULL,
    kwh      numeric(12,3) NOT NULL,
    PRIMARY KEY (meter_id, day)
);
--@ migration M70
SET LOCAL lock_timeout = '3s';
SET LOCAL statement_timeout = '10s';
ALTER TABLE metering.reading_2024
    ADD CONSTRAINT reading_2024_bounds
    CHECK (day >= DATE '2024-01-01' AND day < DATE '2025-01-01') NOT VALID;
--@ migration M71
SET LOCAL lock_timeout = '3s';
SET LOCAL statement_timeout = '3h';
ALTER TABLE metering.reading_2024 VALIDATE CONSTRAINT reading_2024_bounds;
--@ migration M72
SET LOCAL lock_timeout = '3s';
SET LOCAL statement_timeout = '10s';
ALTER TABLE metering.reading
    ATTACH PARTITION metering.reading_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
