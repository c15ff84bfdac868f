grant all privileges on all tables in schema "shop" to shop_app;
