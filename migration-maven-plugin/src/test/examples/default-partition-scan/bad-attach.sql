--@ history
CREATE TABLE measurements (id bigint NOT NULL, taken_at date NOT NULL, PRIMARY KEY (id, taken_at)) PARTITION BY RANGE (taken_at);
CREATE TABLE measurements_rest PARTITION OF measurements DEFAULT;
--@ migration 002
create table measurements_2027 (id bigint not null, taken_at date not null, primary key (id, taken_at));
alter table measurements attach partition measurements_2027 for values from ('2027-01-01') to ('2028-01-01');
