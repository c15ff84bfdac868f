--@ also shape-only-rollback
--@ history
CREATE TABLE public."Order Items" (id bigint PRIMARY KEY, sku text);
CREATE TABLE carts (id bigint PRIMARY KEY);
--@ migration 002
DROP TABLE IF EXISTS public."Order Items", carts;
--@ down
CREATE TABLE public."Order Items" (id bigint PRIMARY KEY, sku text);
CREATE TABLE carts (id bigint PRIMARY KEY);
