--@ also drop-pk
--@ history
CREATE PUBLICATION everything FOR ALL TABLES;
--@ migration 002
alter table if exists shop.orders drop constraint if exists orders_pkey;
