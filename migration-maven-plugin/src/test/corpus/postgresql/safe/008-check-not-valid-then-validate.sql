--@ versions 14 18
--@ rows payments 120000000
--@ history
create table payments (id bigint primary key, amount_cents bigint not null);
--@ migration R118_1
set local lock_timeout = '2s';
alter table payments add constraint payments_amount_positive check (amount_cents > 0) not valid;
--@ down
set local lock_timeout = '2s';
alter table payments drop constraint payments_amount_positive;
--@ migration R118_2
set local lock_timeout = '2s';
alter table payments validate constraint payments_amount_positive;
