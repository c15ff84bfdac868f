create table tools (id integer primary key, name varchar(50) not null);
