CREATE TABLE order_lines (
    id bigint PRIMARY KEY
);
--@ migration 002
COMMENT ON TABLE public.order_lines IS 'What was ordered, one row per article';
