--@ versions 13 18
--@ rows reseller 2400
--@ history
create table reseller (
  id            integer primary key,
  name          text not null,
  referral_code text,
  ab_group      smallint,
  rating        smallint not null default 3
);
--@ migration 71_referral
--@ danger nondeterministic-dml: every environment gets other codes, a second run after a rollback too
update reseller
   set referral_code = upper(substr(md5(random()::text), 1, 8))
 where referral_code is null;
--@ migration 72_rating
--@ danger duplicate-assignment: "multiple assignments to same column", the release stops here
update reseller
   set rating = 4,
       ab_group = 2,
       rating = 5
 where id between 100 and 140;
--@ migration 73_payout
--@ danger duplicate-assignment: column declared twice, the statement is refused
create table reseller_payout (
  id          bigint primary key,
  reseller_id integer not null,
  amount      numeric(10,2) not null,
  paid_on     date,
  amount      numeric(12,2)
);
