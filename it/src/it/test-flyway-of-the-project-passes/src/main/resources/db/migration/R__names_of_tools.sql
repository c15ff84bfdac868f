create view names_of_tools as select name from tools;
