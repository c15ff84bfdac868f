--@ versions 13 18
--@ rows invoice 4000000
--@ history
CREATE DOMAIN vat_id AS text;
CREATE TABLE invoice (id bigint PRIMARY KEY, vat vat_id);
CREATE TABLE job_run (
    id bigint NOT NULL,
    started date NOT NULL,
    PRIMARY KEY (id, started)
) PARTITION BY RANGE (started);
--@ migration 3001
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
ALTER DOMAIN vat_id ADD CONSTRAINT vat_id_len CHECK (length(VALUE) BETWEEN 8 AND 14) NOT VALID;
--@ down
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
ALTER DOMAIN vat_id DROP CONSTRAINT vat_id_len;
--@ migration 3002
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
CREATE TABLE job_run_2025_01 PARTITION OF job_run FOR VALUES FROM ('2025-01-01') TO ('2025-02-01');
--@ down
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '10s';
DROP TABLE job_run_2025_01;
