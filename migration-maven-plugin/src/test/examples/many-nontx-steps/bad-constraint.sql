--@ also not-rerunnable
--@ migration 001 transactional=false
alter table orders add constraint orders_total_positive check (total > 0) not valid;
create index concurrently orders_total_idx on orders (total);
