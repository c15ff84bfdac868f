--@ rows branch 40
--@ history
CREATE TABLE branch (id integer PRIMARY KEY, manager text);
--@ migration 002
UPDATE branch SET manager = NULL;
