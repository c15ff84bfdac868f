create table visits (id bigint primary key);
commit;
create table clicks (id bigint primary key);
