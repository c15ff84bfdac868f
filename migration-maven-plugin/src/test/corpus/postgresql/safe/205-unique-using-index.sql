--@ versions 13 18
--@ rows subscription 5600000
--@ history
CREATE TABLE subscription (id bigint PRIMARY KEY, external_ref text NOT NULL);
--@ migration sub-01 transactional=false
-- a half-built index of an earlier try is INVALID and must go first
DROP INDEX CONCURRENTLY IF EXISTS subscription_ref_uq;
CREATE UNIQUE INDEX CONCURRENTLY subscription_ref_uq ON subscription (external_ref);
--@ down
DROP INDEX CONCURRENTLY IF EXISTS subscription_ref_uq;
--@ migration sub-02
SET LOCAL lock_timeout = '2s';
ALTER TABLE subscription ADD CONSTRAINT subscription_ref_uq UNIQUE USING INDEX subscription_ref_uq;
