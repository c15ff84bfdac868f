ALTER TABLE orders ADD COLUMN note text;
ALTER TABLE public.orders ADD COLUMN state text;
