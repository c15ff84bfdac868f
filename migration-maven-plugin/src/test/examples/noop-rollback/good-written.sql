--@ migration 001
CREATE TABLE address (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, city text);
--@ down
-- nobody else has it
DROP TABLE address;
