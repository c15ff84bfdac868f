--@ migration 001
SET search_path = shop;
CREATE TABLE invoice (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
--@ down
DROP TABLE invoice;
