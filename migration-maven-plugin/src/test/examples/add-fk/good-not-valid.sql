--@ history
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);
CREATE INDEX orders_user_idx ON orders (user_id);
--@ migration 002
ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;
--@ migration 003
ALTER TABLE orders VALIDATE CONSTRAINT orders_user_fk;
