--@ versions 13 18
--@ rows savings_account 6200000
--@ rows notification_outbox 1400000
--@ history
create table savings_account (
  id        bigint primary key,
  iban      varchar(34) not null,
  rate_pct  numeric(6,4) not null
);
create table notification_outbox (
  id       bigint primary key,
  payload  text not null,
  sent_at  timestamptz
);
--@ migration 0045_rate_increase
-- ECB decision: everybody gets a quarter point more
--@ danger dml-no-where: also closed and fixed-rate accounts get the new rate, and a second run adds it twice
--@ danger unbatched-backfill: 6.2 million row locks and dead rows in one transaction
update savings_account
   set rate_pct = rate_pct + 0.25;
--@ migration 0046_clean_outbox
--@ danger dml-no-where: messages which were never sent are deleted too
delete from notification_outbox;
