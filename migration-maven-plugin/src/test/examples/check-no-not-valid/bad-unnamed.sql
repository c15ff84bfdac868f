alter table if exists only "Orders" add check (("Amount" between 0 and 100) and status in ('open', 'done'));
