--@ also type-rewrite
--@ history
CREATE TABLE orders (id bigint PRIMARY KEY, placed timestamp);
--@ migration 002
alter table public.orders alter placed type timestamptz;
