--@ versions 14 18
--@ rows measurement_default 2200000
--@ rows measurement_2025 61000000
--@ rows audit_2019 35000000
--@ history
CREATE TABLE measurement (
    at timestamptz NOT NULL,
    sensor_id integer NOT NULL,
    value double precision
) PARTITION BY RANGE (at);
CREATE TABLE measurement_default PARTITION OF measurement DEFAULT;
CREATE TABLE measurement_2025 (
    at timestamptz NOT NULL,
    sensor_id integer NOT NULL,
    value double precision
);
CREATE TABLE audit (
    at timestamptz NOT NULL,
    who text NOT NULL,
    what jsonb
) PARTITION BY RANGE (at);
CREATE TABLE audit_2019 PARTITION OF audit FOR VALUES FROM ('2019-01-01') TO ('2020-01-01');
CREATE TABLE audit_2020 PARTITION OF audit FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
--@ migration 0077-attach-2025
SET LOCAL lock_timeout = '5s';
--@ danger attach-no-check: no CHECK proves the range, 61 million rows are read under ACCESS EXCLUSIVE on the new partition
--@ danger default-partition-scan: the default partition is locked and searched for rows of 2025
ALTER TABLE measurement ATTACH PARTITION measurement_2025
    FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
--@ migration 0078-detach-2019
SET LOCAL lock_timeout = '5s';
--@ danger detach-not-concurrent: ACCESS EXCLUSIVE on the parent, nobody reads or writes any partition meanwhile
ALTER TABLE audit DETACH PARTITION audit_2019;
--@ down
SET LOCAL lock_timeout = '5s';
--@ danger attach-no-check: the way back reads 35 million rows to prove the range
ALTER TABLE audit ATTACH PARTITION audit_2019 FOR VALUES FROM ('2019-01-01') TO ('2020-01-01');
