--@ product sqlite
create view active_customers as select * from customers where active = 1;
