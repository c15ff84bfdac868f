--@ also change-type narrow-type
--@ history
CREATE TABLE prices (id bigint PRIMARY KEY, amount numeric(10, 2) NOT NULL);
--@ migration 002
ALTER TABLE prices ALTER COLUMN amount TYPE numeric(12, 4);
