--@ also index-not-concurrent
alter table public.users add column nickname text;
create unique index if not exists orders_number_key on public.orders (number);
