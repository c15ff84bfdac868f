CREATE TABLE order_status (value text PRIMARY KEY);
