--@ migration 001
CREATE TABLE staging.address (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
--@ down
DROP TABLE staging.address;
