--@ rows shipments 4000000
--@ rows carriers 12
--@ migration 001 transactional=false
CREATE INDEX CONCURRENTLY IF NOT EXISTS shipments_carrier_idx ON shipments (carrier);
--@ down
DROP INDEX CONCURRENTLY IF EXISTS shipments_carrier_idx;
--@ migration 002
CREATE INDEX carriers_name_idx ON carriers (name);
--@ down
DROP INDEX carriers_name_idx;
