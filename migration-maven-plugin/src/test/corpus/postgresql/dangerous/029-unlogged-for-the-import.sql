--@ versions 14 18
--@ rows staging_prices 18000000
--@ history
CREATE TABLE staging_prices (sku text NOT NULL, price numeric(12,2), valid_from date);
--@ migration 0088
SET LOCAL lock_timeout = '2s';
--@ danger set-logged-tablespace-am: rewrites 18M rows, and a crash afterwards empties the table
ALTER TABLE staging_prices SET UNLOGGED;
--@ migration 0089
SET LOCAL lock_timeout = '2s';
--@ danger set-logged-tablespace-am: copies the whole table under ACCESS EXCLUSIVE
ALTER TABLE staging_prices SET TABLESPACE fast_nvme;
