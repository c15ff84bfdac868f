ALTER TABLE IF EXISTS shop.orders ATTACH PARTITION shop.orders_eu FOR VALUES IN ('AT', 'DE', 'FR');
