--@ versions 14 18
--@ rows event_log_rest 30000000
--@ rows visit_2019 45000000
--@ rows visit_2023 25000000
--@ history
CREATE TABLE event_log (
    id bigint NOT NULL,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE event_log_rest PARTITION OF event_log DEFAULT;
CREATE TABLE visit (
    id bigint NOT NULL,
    at timestamptz NOT NULL
) PARTITION BY RANGE (at);
CREATE TABLE visit_2019 PARTITION OF visit FOR VALUES FROM ('2019-01-01') TO ('2020-01-01');
CREATE TABLE visit_2023 (
    id bigint NOT NULL,
    at timestamptz NOT NULL
);
--@ migration part-1
SET LOCAL lock_timeout = '2s';
--@ danger attach-no-check: 25 million rows are scanned under ACCESS EXCLUSIVE of visit_2023
ALTER TABLE visit ATTACH PARTITION visit_2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
--@ migration part-2
SET LOCAL lock_timeout = '2s';
--@ danger detach-not-concurrent: ACCESS EXCLUSIVE on the whole of visit, readers included
ALTER TABLE visit DETACH PARTITION visit_2019;
--@ migration part-3
SET LOCAL lock_timeout = '2s';
--@ danger default-partition-scan: all 30 million rows of event_log_rest are read under ACCESS EXCLUSIVE
CREATE TABLE event_log_2025 PARTITION OF event_log FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
