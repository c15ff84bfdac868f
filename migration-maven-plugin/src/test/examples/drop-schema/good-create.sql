CREATE SCHEMA IF NOT EXISTS reporting;
--@ down
DROP SCHEMA reporting;
