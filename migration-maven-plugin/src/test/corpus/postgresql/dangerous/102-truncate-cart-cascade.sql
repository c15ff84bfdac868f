--@ versions 14 18
--@ rows public.cart 3400000
--@ rows public.cart_line 9800000
--@ rows public.invoice 5200000
--@ history
CREATE TABLE public.cart (
    id bigint PRIMARY KEY,
    customer_id bigint NOT NULL
);
CREATE TABLE public.cart_line (
    id bigint PRIMARY KEY,
    cart_id bigint NOT NULL REFERENCES public.cart (id) ON DELETE RESTRICT,
    sku text NOT NULL
);
CREATE INDEX cart_line_cart_id_idx ON public.cart_line (cart_id);
CREATE SEQUENCE public.invoice_number_seq;
CREATE TABLE public.invoice (
    id bigint PRIMARY KEY,
    number bigint NOT NULL DEFAULT nextval('public.invoice_number_seq')
);
CREATE UNIQUE INDEX invoice_number_uq ON public.invoice (number);
--@ migration 2024.38.1
SET LOCAL lock_timeout = '3s';
--@ danger truncate: all open carts of the shop are deleted
--@ danger cascade: cart_line is not named, but emptied as well
TRUNCATE TABLE public.cart CASCADE;
--@ migration 2024.38.2
-- new fiscal year starts with number 1 again
--@ danger sequence-set: next invoices collide with the numbers already given; a rollback does not undo it
SELECT pg_catalog.setval('public.invoice_number_seq', 1, false);
