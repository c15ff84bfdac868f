--@ history
CREATE TABLE items (id bigint PRIMARY KEY, price numeric(10, 2), made timestamp(0));
--@ migration 002
ALTER TABLE items ALTER COLUMN price TYPE numeric(12, 2), ALTER COLUMN made TYPE timestamp(6);
