--@ versions 14 18
--@ rows audit.event_log 300000000
--@ history
CREATE SCHEMA audit;
CREATE TABLE audit.event_log (id bigint PRIMARY KEY, actor_id bigint, kind text);
CREATE INDEX event_log_kind_idx ON audit.event_log (kind);
CREATE INDEX event_log_actor_idx ON audit.event_log (actor_id);
--@ migration 031 transactional=false
REINDEX INDEX CONCURRENTLY audit.event_log_actor_idx;
--@ migration 032 transactional=false
VACUUM (ANALYZE, SKIP_LOCKED) audit.event_log;
