--@ versions 14 18
--@ history
CREATE TABLE customer_subscription_billing_period (
    id bigint PRIMARY KEY, tenant_id int, period_start date, period_end date, closed boolean
);
--@ migration 15 transactional=false
--@ danger id-too-long: 74 bytes, cut to 63 with a mere NOTICE
CREATE INDEX CONCURRENTLY customer_subscription_billing_period_tenant_id_and_closed_period_start_idx
    ON customer_subscription_billing_period (tenant_id, closed, period_start);
--@ migration 16 transactional=false
--@ danger id-too-long: the first 63 bytes are those of migration 15, IF NOT EXISTS then skips it: this index never exists
--@ danger concurrently-if-not-exists: an index of that name is accepted whatever it covers and whether or not it is valid
CREATE INDEX CONCURRENTLY IF NOT EXISTS customer_subscription_billing_period_tenant_id_and_closed_period_end_idx
    ON customer_subscription_billing_period (tenant_id, closed, period_end);
