--@ history
CREATE TABLE public."Roles" (role_no integer PRIMARY KEY, title text);
--@ migration 002
insert into public."Roles" (title, role_no) values ('admin', 1);
