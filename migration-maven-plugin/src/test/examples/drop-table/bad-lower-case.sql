drop table if exists legacy.users;
