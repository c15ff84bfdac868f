CREATE TEMP TABLE moved (id bigint);
TRUNCATE moved;
