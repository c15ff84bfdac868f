ALTER SEQUENCE shop.order_numbers RESTART WITH 1;
