--@ versions 14 18
--@ rows payments 120000000
--@ history
CREATE TABLE payments (
  id bigint PRIMARY KEY,
  amount_cents bigint NOT NULL,
  currency char(3) NOT NULL,
  state text NOT NULL
);
--@ migration R118_2
SET LOCAL lock_timeout = '2s';
--@ danger check-no-not-valid: scans 120M rows under ACCESS EXCLUSIVE
alter table payments
  add constraint payments_amount_positive check (amount_cents > 0),
  add constraint payments_currency_upper  check (currency = upper(currency)) not valid;
--@ down
SET LOCAL lock_timeout = '2s';
alter table payments
  drop constraint payments_currency_upper,
  drop constraint payments_amount_positive;
