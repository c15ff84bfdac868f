--@ versions 14 18
--@ rows audit.event_log 300000000
--@ history
CREATE SCHEMA audit;
CREATE TABLE audit.event_log (
    id bigserial PRIMARY KEY,
    actor_id bigint,
    kind varchar(40) NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX event_log_kind_idx ON audit.event_log (kind);
CREATE INDEX event_log_actor_idx ON audit.event_log (actor_id);
--@ migration 031
-- kind has 6 distinct values, the planner never uses this one
SET LOCAL lock_timeout = '5s';
--@ danger drop-index-not-concurrent: ACCESS EXCLUSIVE on event_log and its queue until the migration commits, i.e. through the REINDEX below
DROP INDEX audit.event_log_kind_idx;
--@ danger reindex-not-concurrent: blocks writers (and readers planning through the index) while 300M rows are sorted
REINDEX INDEX audit.event_log_actor_idx;
--@ down
SET LOCAL lock_timeout = '5s';
--@ danger index-not-concurrent: the way back rebuilds on 300M rows under SHARE lock
CREATE INDEX event_log_kind_idx ON audit.event_log (kind);
