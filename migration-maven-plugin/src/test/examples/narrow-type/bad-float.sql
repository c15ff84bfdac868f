--@ also float-money type-rewrite
--@ history
CREATE TABLE items (id bigint PRIMARY KEY, price numeric(10, 4), weight double precision);
--@ migration 002
ALTER TABLE items ALTER COLUMN price TYPE real, ALTER COLUMN weight TYPE float4;
