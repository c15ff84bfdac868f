--@ migration 002 transactional=false
DROP INDEX CONCURRENTLY IF EXISTS shop."uq_customers_email";
