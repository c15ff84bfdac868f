alter table only public.bookings add exclude using gist ("During" with &&) where (cancelled_at is null);
