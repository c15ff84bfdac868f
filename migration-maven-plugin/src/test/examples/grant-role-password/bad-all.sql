GRANT ALL ON orders TO shop_app;
