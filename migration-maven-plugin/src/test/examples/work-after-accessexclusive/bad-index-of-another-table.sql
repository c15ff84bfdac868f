--@ also index-not-concurrent
alter table public.users add column nickname text;
create index if not exists orders_number_idx on public.orders (number);
