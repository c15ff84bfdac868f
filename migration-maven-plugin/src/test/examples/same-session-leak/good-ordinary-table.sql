--@ migration 001
CREATE TABLE invoice (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TEMPORARY TABLE scratch (id bigint PRIMARY KEY);
DROP TABLE scratch;
--@ down
DROP TABLE IF EXISTS scratch;
DROP TABLE invoice;
