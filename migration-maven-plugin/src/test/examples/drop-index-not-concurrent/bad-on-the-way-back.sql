--@ rows shipments 4000000
--@ migration 001 transactional=false
CREATE INDEX CONCURRENTLY IF NOT EXISTS shipments_carrier_idx ON shipments (carrier);
--@ down
DROP INDEX shipments_carrier_idx;
