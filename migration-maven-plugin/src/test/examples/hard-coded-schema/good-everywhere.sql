--@ migration 001
CREATE TABLE shop.address (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE shop.invoice (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
--@ down
DROP TABLE shop.invoice;
DROP TABLE shop.address;
