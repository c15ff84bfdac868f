--@ migration 001
CREATE SCHEMA import;
--@ migration 002
DROP SCHEMA import;
