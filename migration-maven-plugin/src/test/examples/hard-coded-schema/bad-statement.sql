--@ migration 001
CREATE TABLE shop_staging.address (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
--@ down
DROP TABLE shop_staging.address;
