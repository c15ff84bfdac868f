drop view names_of_tools;
