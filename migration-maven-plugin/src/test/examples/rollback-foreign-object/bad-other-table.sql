--@ migration 001
CREATE TABLE invoice (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
--@ down
DROP TABLE customer;
