GRANT pg_write_all_data TO shop_app;
