--@ versions 14 18
--@ rows outbox 5000000
--@ rows positions 70000000
--@ history
CREATE TABLE outbox (id bigint PRIMARY KEY, payload bytea, sent_at timestamptz);
CREATE TABLE positions (vehicle_id bigint NOT NULL, at timestamptz NOT NULL, lat float8, lon float8);
CREATE INDEX positions_vehicle_at_idx ON positions (vehicle_id, at);
--@ migration 004-maintenance transactional=false
SET lock_timeout = '5s';
--@ danger vacuum-full-cluster: ACCESS EXCLUSIVE and a second copy on disk until done
VACUUM (FULL, ANALYZE) outbox;
--@ danger vacuum-full-cluster: reorders 70M rows under ACCESS EXCLUSIVE
CLUSTER positions USING positions_vehicle_at_idx;
RESET lock_timeout;
