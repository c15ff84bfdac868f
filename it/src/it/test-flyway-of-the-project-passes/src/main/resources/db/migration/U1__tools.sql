drop table tools;
