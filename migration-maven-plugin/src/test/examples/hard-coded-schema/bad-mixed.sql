--@ also unqualified-name
--@ migration 001
CREATE TABLE shop.address (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE invoice (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
--@ down
DROP TABLE invoice;
DROP TABLE shop.address;
