--@ versions 13 18
--@ rows telemetry.raw_event 400000000
--@ rows telemetry.session 52000000
--@ rows telemetry.hot_cache 14000000
--@ history
CREATE SCHEMA telemetry;
CREATE TABLE telemetry.raw_event (id bigint PRIMARY KEY, body jsonb NOT NULL);
CREATE TABLE telemetry.session (id bigint PRIMARY KEY, started_at timestamptz NOT NULL);
CREATE INDEX session_started_idx ON telemetry.session (started_at);
CREATE UNLOGGED TABLE telemetry.hot_cache (id bigint PRIMARY KEY, v text);
--@ migration ops-01 transactional=false
SET lock_timeout = '2s';
--@ danger vacuum-full-cluster: table is copied under ACCESS EXCLUSIVE, disk use doubles
VACUUM (FULL, ANALYZE) telemetry.raw_event;
--@ migration ops-02
SET LOCAL lock_timeout = '2s';
--@ danger vacuum-full-cluster: copies 52 million rows, no reads meanwhile
CLUSTER telemetry.session USING session_started_idx;
--@ migration ops-03
SET LOCAL lock_timeout = '2s';
--@ danger set-logged-tablespace-am: whole table is rewritten and sent through the WAL
ALTER TABLE telemetry.hot_cache SET LOGGED;
--@ migration ops-04
SET LOCAL lock_timeout = '2s';
--@ danger set-logged-tablespace-am: all files are copied under ACCESS EXCLUSIVE
ALTER TABLE telemetry.session SET TABLESPACE nvme_a;
