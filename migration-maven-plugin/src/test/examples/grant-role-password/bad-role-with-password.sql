CREATE ROLE shop_app LOGIN PASSWORD 'not a secret any more';
