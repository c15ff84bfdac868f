--@ versions 13 18
--@ rows plz_source 16000
--@ history
create table plz_source (plz char(5) primary key, city text not null);
--@ migration 40_buffer
create table plz_buffer (plz char(5) primary key, city text not null);
insert into plz_buffer (plz, city) select plz, city from plz_source where plz < '50000';
--@ migration 41_buffer_again
truncate table plz_buffer;
insert into plz_buffer (plz, city) select plz, upper(city) from plz_source where plz < '50000';
