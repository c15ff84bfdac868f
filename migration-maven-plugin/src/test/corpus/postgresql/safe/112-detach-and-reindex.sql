--@ versions 14 18
--@ rows access_log_2018 120000000
--@ rows session 6000000
--@ history
CREATE TABLE access_log (
    id bigint NOT NULL,
    at date NOT NULL,
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE access_log_2018 PARTITION OF access_log FOR VALUES FROM ('2018-01-01') TO ('2019-01-01');
CREATE TABLE session (id bigint PRIMARY KEY, user_id bigint NOT NULL);
CREATE INDEX session_user_idx ON session (user_id);
--@ migration 0900 transactional=false
SET lock_timeout = '5s';
ALTER TABLE access_log DETACH PARTITION access_log_2018 CONCURRENTLY;
--@ migration 0901 transactional=false
REINDEX INDEX CONCURRENTLY session_user_idx;
