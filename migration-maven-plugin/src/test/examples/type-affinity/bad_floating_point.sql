create table rates (id integer primary key, rate floating point);
