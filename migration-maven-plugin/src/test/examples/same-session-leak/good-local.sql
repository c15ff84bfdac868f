--@ migration 001
SET LOCAL lock_timeout = '2s';
SET lock_timeout = '3s';
CREATE TABLE invoice (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
--@ down
DROP TABLE invoice;
