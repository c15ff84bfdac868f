--@ versions 14 18
--@ rows shipments 6500000
--@ history
CREATE TABLE shipments (id bigint PRIMARY KEY, tracking_no text, shipped_on date);
--@ migration V46 transactional=false
SET statement_timeout = 0;
-- leftover of a failed run would be INVALID
DROP INDEX CONCURRENTLY IF EXISTS shipments_tracking_no_idx;
CREATE INDEX CONCURRENTLY shipments_tracking_no_idx ON shipments (tracking_no);
RESET statement_timeout;
--@ down
DROP INDEX CONCURRENTLY IF EXISTS shipments_tracking_no_idx;
