--@ history
CREATE TABLE "Shops" (country text, number integer, PRIMARY KEY (country, number));
CREATE TABLE orders (id bigint PRIMARY KEY, country text, shop integer);
CREATE INDEX orders_shop_idx ON orders (shop);
--@ migration 002
ALTER TABLE ONLY public.orders ADD FOREIGN KEY (country, shop) REFERENCES "Shops" NOT VALID;
