--@ migration 001 transactional=false
ALTER SYSTEM SET work_mem = '64MB';
CREATE DATABASE reports;
DROP TABLESPACE cold;
