ALTER INDEX shop.orders_number_idx SET TABLESPACE fast_disk;
