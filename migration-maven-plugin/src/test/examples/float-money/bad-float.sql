alter table accounts add column balance float8;
