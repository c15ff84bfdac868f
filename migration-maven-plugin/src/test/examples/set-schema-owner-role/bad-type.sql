ALTER TYPE order_state SET SCHEMA shop;
