--@ migration 001
CREATE TABLE address (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, city text);
--@ down
-- TODO
