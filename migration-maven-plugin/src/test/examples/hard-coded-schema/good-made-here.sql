--@ migration 001
CREATE SCHEMA dev;
CREATE TABLE dev.address (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
--@ down
DROP TABLE dev.address;
DROP SCHEMA dev;
