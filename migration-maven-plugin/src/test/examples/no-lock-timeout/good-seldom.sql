--@ migration 001
SET LOCAL lock_timeout = '2s';
ALTER TABLE users ADD COLUMN nickname text;
--@ migration 002
ALTER TABLE orders ADD COLUMN motto text;
--@ migration 003
ALTER TABLE carts ADD COLUMN motto text;
