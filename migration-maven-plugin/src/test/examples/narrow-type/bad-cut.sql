--@ also type-rewrite
alter table users alter column code type varchar(3) using left(code, 3);
